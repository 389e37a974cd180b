package bot.perennial.app;

import bot.perennial.db.Sealer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Renews the keys that notes are encrypted with: where the keyset is kept, or else on the output. */
final class Keys {
    private final Environment environment;
    private final Optional<KeysetFile> file;
    private final PrintStream output;
    private final PrintStream errors;

    /** @param file where the keyset is kept; empty when a setting holds it */
    Keys(Environment environment, Optional<Path> file, PrintStream output, PrintStream errors) {
        this.environment = environment;
        this.file = file.map(KeysetFile::new);
        this.output = output;
        this.errors = errors;
    }

    /** Adds a key that is used from the next start on. */
    void rotate() throws IOException {
        put(Sealer.rotated(keyset()));
        errors.println("Now start the bot anew, all its processes on this database at once. It encrypts new notes with"
                + " the new key, and older ones anew while it runs. When its log says that it's done, take the older"
                + " keys away with `perennial key --retire`.");
    }

    /** Takes all keys but the first away, once nothing needs them any more. */
    void retire() throws IOException {
        if (Sealer.of(keyset()).keys() == 1) {
            errors.println("The keyset has one key only: there is nothing to take away.");
            return;
        }
        try (var memory = Memory.open(environment, environment.home(), errors::println)) {
            var problems = memory.database().problems();
            if (!problems.isEmpty()) {
                throw new Misconfigured(problems);
            }
            memory.database().migrate();
            memory.wrongKeyset().ifPresent(problem -> {
                throw new Misconfigured(List.of(problem));
            });
            var texts = 0;
            var resealing = memory.resealing();
            while (!resealing.finished()) {
                texts += resealing.step();
            }
            errors.println("Encrypted " + texts + " older texts anew; nothing needs the older keys now.");
        }
        put(Sealer.retired(keyset()));
        errors.println("A backup of the database from before needs the keyset of that time: keep both together.");
    }

    private String keyset() throws IOException {
        try {
            var keyset = environment.keyset();
            var text = keyset.isPresent()
                    ? keyset.get()
                    : KeysetFile.in(environment.home()).read();
            Sealer.of(text.value());
            return text.value();
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(List.of("The present keyset is no Tink keyset in JSON; put it back from a copy."));
        }
    }

    private void put(String keyset) throws IOException {
        var place = file.filter(KeysetFile::replaceable);
        if (place.isPresent()) {
            var former = place.get().replace(keyset);
            errors.println("Changed " + place.get().file() + "; the former keyset is kept as " + former + ".");
        } else {
            output.println(keyset);
            errors.println("This is the new PERENNIAL_ENCRYPTION_KEYSET. Keep the former one until it is set.");
        }
    }
}
