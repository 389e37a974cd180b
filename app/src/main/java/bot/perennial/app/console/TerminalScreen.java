package bot.perennial.app.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal, with history and completion of commands. */
public final class TerminalScreen implements Screen, Closeable {
    private final Terminal terminal;
    private final LineReader reader;

    /** Opens the terminal that the process was started in. */
    public TerminalScreen(Path history, Iterable<String> words) throws IOException {
        terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("perennial")
                .completer(new StringsCompleter(words))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .build();
    }

    @Override
    public Optional<String> read(String prompt) {
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (UserInterruptException e) {
            return Optional.of("");
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void show(String text) {
        reader.printAbove(text);
        terminal.flush();
    }

    @Override
    public boolean styled() {
        return !Terminal.TYPE_DUMB.equals(terminal.getType());
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
