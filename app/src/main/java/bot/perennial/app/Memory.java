package bot.perennial.app;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.db.Database;
import bot.perennial.db.Resealing;
import bot.perennial.db.Sealer;
import bot.perennial.db.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The database that is configured, and the store in it. */
public final class Memory implements AutoCloseable {
    private static final int LONGEST_PAUSE = 30;
    private static final Account NOBODY = new Account("none", "none", "none");

    private final Optional<EmbeddedDatabase> embedded;
    private final Database database;
    private final Store store;
    private final Store rehearsal;
    private final Resealing resealing;
    private final Sealer sealer;

    private Memory(Optional<EmbeddedDatabase> embedded, Database database, Sealer sealer) {
        this.embedded = embedded;
        this.database = database;
        this.store = database.store(sealer);
        this.sealer = sealer;
        this.resealing = database.resealing(sealer);
        this.rehearsal = database.rehearsal(sealer);
    }

    /** Opens the database by its address, or else the embedded one in a folder. */
    public static Memory open(Environment environment, Path folder, Consumer<String> progress) {
        if (environment.database().isPresent()) {
            var address = environment.database().get();
            var database = Database.open(
                    address.url(), address.user(), address.password().value());
            return new Memory(Optional.empty(), database, sealer(environment, folder));
        }
        var sealer = sealer(environment, folder);
        var embedded = EmbeddedDatabase.start(folder, progress);
        var database = Database.open(embedded.jdbcUrl(), embedded.user(), embedded.password());
        return new Memory(Optional.of(embedded), database, sealer);
    }

    public Store store() {
        return store;
    }

    /** The same, in which nothing stays. */
    public Store rehearsal() {
        return rehearsal;
    }

    public Database database() {
        return database;
    }

    /** What encrypts older texts anew after a rotation of the keyset. */
    public Resealing resealing() {
        return resealing;
    }

    /** Whether a gesture would find the database at present. */
    public boolean reachable() {
        return store.<Boolean>look(NOBODY, notebook -> true);
    }

    /** What keeps the notes from being read, with its fix; to be asked once the tables are there. */
    public Optional<String> wrongKeyset() {
        return database.reads(sealer)
                ? Optional.empty()
                : Optional.of(
                        "The notes in this database were encrypted with another keyset. Set the one they were written"
                                + " with as PERENNIAL_ENCRYPTION_KEYSET, or put it back as keyset.json.");
    }

    /** Waits for the database, saying what keeps it away, and brings its tables up to date; false when told to stop. */
    public boolean await(CountDownLatch stop, Consumer<String> progress) throws InterruptedException {
        var said = List.<String>of();
        var pause = 1;
        for (var problems = database.problems(); !problems.isEmpty(); problems = database.problems()) {
            if (!problems.equals(said)) {
                problems.forEach(progress);
                progress.accept("Trying again until that is mended…");
                said = problems;
            }
            if (stop.await(pause, TimeUnit.SECONDS)) {
                return false;
            }
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
        var steps = database.migrate();
        if (steps > 0) {
            progress.accept("Brought the database's tables up to date in " + steps + " steps.");
        }
        wrongKeyset().ifPresent(problem -> {
            throw new Misconfigured(List.of(problem));
        });
        return true;
    }

    @Override
    public void close() {
        database.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    private static Sealer sealer(Environment environment, Path folder) {
        try {
            var keyset = environment.keyset();
            return Sealer.of(
                    (keyset.isPresent() ? keyset.get() : KeysetFile.in(folder).read()).value());
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(List.of(
                    "PERENNIAL_ENCRYPTION_KEYSET is not a Tink keyset in JSON;" + " make one with `perennial key`."));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
