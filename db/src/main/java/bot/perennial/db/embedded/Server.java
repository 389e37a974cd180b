package bot.perennial.db.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The server's program and how it is started, awaited and ended. */
record Server(Binaries binaries, Home home, Durability durability) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LAST_LINES = 5;

    /** Makes the system tables; cut off half-way it leaves nothing that a later start would take for a database. */
    void makeTables() throws IOException, InterruptedException {
        Folders.delete(home.unfinishedData());
        PrivateFile.folder(home.unfinishedData());
        var script = home.folder().resolve("tables.sql");
        Files.writeString(
                script,
                "CREATE DATABASE mysql;\nUSE mysql;\n"
                        + Files.readString(binaries.share().resolve("mariadb_system_tables.sql")));
        var command = command(home.unfinishedData());
        command.add("--bootstrap");
        var process = new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectOutput(home.log().toFile())
                .redirectErrorStream(true)
                .start();
        if (process.waitFor() != 0) {
            throw failed("could not make its tables");
        }
        Files.delete(script);
        Files.move(home.unfinishedData(), home.data(), ATOMIC_MOVE);
    }

    Process start(Access access) throws IOException, InterruptedException {
        greet(access);
        if (Files.exists(home.log())) {
            Files.move(home.log(), home.folder().resolve("server.previous.log"), REPLACE_EXISTING);
        }
        var command = command(home.data());
        command.addAll(List.of(
                "--port=" + access.port(),
                "--bind-address=127.0.0.1",
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--init-file=" + home.greeting()));
        command.addAll(durability.options());
        var builder =
                new ProcessBuilder(command).redirectOutput(home.log().toFile()).redirectErrorStream(true);
        builder.environment().remove("MALLOC_ARENA_MAX"); // the launch script sets it for Java alone
        var process = builder.start();
        home.remember(process.pid());
        await(process, access);
        Files.deleteIfExists(home.greeting());
        return process;
    }

    static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(15, SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** There is no other account: root is never made. */
    private void greet(Access access) throws IOException {
        var user = "'" + Access.USER + "'@'127.0.0.1'";
        PrivateFile.write(home.greeting(), """
                CREATE DATABASE IF NOT EXISTS perennial CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
                CREATE OR REPLACE USER %1$s IDENTIFIED BY '%2$s';
                GRANT ALL ON %3$s TO %1$s;
                """.formatted(user, access.password(), durability.grant()));
    }

    private void await(Process process, Access access) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!access.opens()) {
            if (process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw failed("ended while starting");
            }
            if (System.nanoTime() > until) {
                end(process.toHandle());
                throw failed("did not answer within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private List<String> command(Path data) throws IOException {
        Folders.delete(home.temporary());
        PrivateFile.folder(home.temporary());
        var command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--tmpdir=" + home.temporary(),
                "--basedir=" + binaries.folder(),
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--default-time-zone=+00:00",
                "--skip-ssl",
                "--skip-log-bin",
                "--skip-name-resolve",
                "--skip-symbolic-links",
                "--local-infile=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=32M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=4M",
                "--performance-schema=OFF"));
        if (System.getProperty("user.name", "").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private EmbeddedDatabaseFailure failed(String what) throws IOException {
        var lines = Files.readString(home.log(), java.nio.charset.StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new EmbeddedDatabaseFailure("The embedded database in " + home.folder() + " " + what
                + ". The end of its log:\n" + String.join("\n", last));
    }
}
