package bot.perennial.app.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Plain lines in, plain text out: for input that is not a terminal. */
public final class ScriptScreen implements Screen {
    private final BufferedReader input;
    private final PrintStream output;

    public ScriptScreen(Reader input, PrintStream output) {
        this.input = new BufferedReader(input);
        this.output = output;
    }

    @Override
    public Optional<String> read(String prompt) {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("The console's input broke off", e);
        }
    }

    @Override
    public void show(String text) {
        output.println(text);
        output.flush();
    }

    @Override
    public boolean styled() {
        return false;
    }
}
