package bot.perennial.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private final List<String> progress = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void makesADatabaseThenOpensItAgain() throws Exception {
        try (var database = start(folder)) {
            execute(database, "CREATE TABLE note (words TEXT)", "INSERT INTO note VALUES ('kept ✓')");
            assertThat(answer(database, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(answer(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
        }
        assertThat(progress).anyMatch(line -> line.startsWith("Making the embedded database"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("access")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("greeting.sql")).doesNotExist();

        progress.clear();
        try (var database = start(folder)) {
            assertThat(answer(database, "SELECT words FROM note")).isEqualTo("kept ✓");
        }
        assertThat(progress).containsExactly("Starting the embedded database…");
    }

    @Test
    void keepsWhatIsTemporaryToItself() throws Exception {
        try (var database = start(folder)) {
            assertThat(answer(database, "SELECT @@tmpdir"))
                    .isEqualTo(folder.resolve("temporary").toString());
            assertThat(Files.getPosixFilePermissions(folder.resolve("temporary")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (var database = start(folder)) {
            for (var user : List.of("root", "", "mysql", "mariadb.sys", database.user())) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, ""))
                        .as(user)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void isJoinedWhileItsOwnerLives() throws Exception {
        try (var owner = start(folder)) {
            try (var guest = start(folder)) {
                assertThat(guest.jdbcUrl()).isEqualTo(owner.jdbcUrl());
            }
            assertThat(answer(owner, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void comesBackWhenItsServerIsKilled() throws Exception {
        try (var database = start(folder)) {
            execute(database, "CREATE TABLE note (words TEXT)", "INSERT INTO note VALUES ('confirmed')");
            var killed = database.server().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> answer(database, "SELECT words FROM note").equals("confirmed"));
            assertThat(database.server().orElseThrow()).isNotEqualTo(killed);
        }
    }

    @Test
    void endsWhatAKilledProcessLeftRunning() throws Exception {
        var left = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedAndLeft.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var server = ProcessHandle.of(firstNumber(left)).orElseThrow();
        left.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();

        try (var database = start(folder)) {
            assertThat(server.isAlive()).isFalse();
            assertThat(answer(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(progress).contains("Ending the embedded database that an earlier run left behind…");
    }

    @Test
    void keepsTwoFoldersApart() throws Exception {
        try (var one = start(folder.resolve("one"));
                var other = start(folder.resolve("other"))) {
            execute(one, "CREATE TABLE note (words TEXT)");
            assertThat(answer(one, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'perennial'"))
                    .isEqualTo("1");
            assertThat(answer(other, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'perennial'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void startsOverWhenTheFirstStartWasCutOff() throws Exception {
        Files.createDirectories(folder.resolve("data.unfinished").resolve("mysql"));
        Files.writeString(
                folder.resolve("server.pid"),
                Long.toString(ProcessHandle.current().pid()));
        try (var database = start(folder)) {
            assertThat(answer(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhyItCannotStart() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("ibdata1"), "not a database");
        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(EmbeddedDatabaseFailure.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("[ERROR]");
    }

    private EmbeddedDatabase start(Path home) {
        return EmbeddedDatabase.start(home, progress::add);
    }

    private static long firstNumber(Process process) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(String.valueOf(reader.readLine()));
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var call = connection.createStatement()) {
            for (var statement : statements) {
                call.execute(statement);
            }
        }
    }

    private static String answer(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var call = connection.createStatement();
                var rows = call.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
