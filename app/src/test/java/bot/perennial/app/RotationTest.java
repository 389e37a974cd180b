package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.Sealer;
import bot.perennial.db.testing.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F38: keys are renewed without a note being lost, and taken away only when nothing needs them. */
@Timeout(60)
class RotationTest {
    private final TestDatabases.Schema schema = TestDatabases.kept(RotationTest.class);
    private final MovableTime time = new MovableTime("2026-03-02T08:00:00Z");
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private int gestures;

    @TempDir
    private Path folder;

    @Test
    void leavesNothingForTheOlderKeyToDo() throws IOException, InterruptedException {
        say("/met Dana Ortiz at Blue Bottle - wants visa advice");
        keys().rotate();
        assertThat(Sealer.of(kept()).keys()).isEqualTo(2);
        assertThat(say("/people dana")).contains("wants visa advice");

        try (var serving = Serving.of(environment(), time, progress -> {})) {
            serving.connect(new CountDownLatch(1));
            assertThat(metrics(serving)).contains("perennial_keys_needed 1.0");
            serving.wake();
            assertThat(metrics(serving))
                    .contains("perennial_keys_needed 0.0")
                    .containsPattern("perennial_texts_resealed_total [1-9]");
        }

        keys().retire();
        assertThat(Sealer.of(kept()).keys()).isEqualTo(1);
        assertThat(written(errors)).contains("Encrypted 0 older texts anew");
        assertThat(say("/people dana")).contains("Blue Bottle", "wants visa advice");
        assertThat(output.size()).as("a key on the output").isZero();
    }

    @Test
    void encryptsAnewWhatIsLeftBeforeItTakesAKeyAway() throws IOException {
        say("/met Dana Ortiz - wants visa advice");
        keys().rotate();
        keys().retire();
        assertThat(written(errors)).containsPattern("Encrypted [1-9]\\d* older texts anew");
        assertThat(say("/people dana")).contains("wants visa advice");

        errors.reset();
        keys().retire();
        assertThat(written(errors)).contains("nothing to take away");
        assertThat(say("/people dana")).contains("wants visa advice");
    }

    @Test
    void keepsTheFormerKeysetWhereNobodyElseReadsIt() throws IOException {
        var before = kept();
        keys().rotate();
        var former = folder.resolve("keyset.json.before");
        assertThat(Files.readString(former)).isEqualTo(before);
        for (var file : List.of(former, folder.resolve("keyset.json"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void printsAKeysetThatASettingHolds() throws IOException {
        var before = kept();
        keys(Optional.empty()).rotate();
        assertThat(kept()).isEqualTo(before);
        assertThat(Sealer.of(written(output)).keys()).isEqualTo(2);
    }

    @Test
    void touchesNothingWithAKeysetThatTheNotesWereNotWrittenWith() throws IOException {
        say("/met Dana Ortiz - wants visa advice");
        var other = Sealer.rotated(Sealer.generate());
        Files.writeString(folder.resolve("keyset.json"), other);
        assertThatThrownBy(() -> keys().retire())
                .isInstanceOfSatisfying(Misconfigured.class, wrong -> assertThat(wrong.problems())
                        .singleElement()
                        .asString()
                        .contains("encrypted with another keyset", "PERENNIAL_ENCRYPTION_KEYSET"));
        assertThat(kept()).isEqualTo(other);
    }

    @Test
    void knowsTheFileThatASettingNames() {
        var named = Map.of("PERENNIAL_ENCRYPTION_KEYSET_FILE", "/run/secrets/keyset");
        assertThat(Environment.keysetFile(named)).contains(Path.of("/run/secrets/keyset"));
        assertThat(Environment.keysetFile(Map.of("PERENNIAL_ENCRYPTION_KEYSET", Sealer.generate())))
                .isEmpty();
        assertThat(Environment.keysetFile(Map.of("PERENNIAL_HOME", folder.toString())))
                .contains(folder.resolve("keyset.json"));
    }

    private String say(String line) throws IOException {
        try (var memory = Memory.open(environment(), folder, progress -> {})) {
            memory.database().migrate();
            gestures++;
            var ana = new Account("test", "T1", "ana");
            var gesture = new Gesture(ana, "g" + gestures, "Ana", Optional.of(ZoneId.of("UTC")), "");
            return switch (new Bot(Commands.all(), memory.store(), time).pressed(gesture, line)) {
                case Reply.Done(var message, var place) -> message.text();
                case Reply.Refused refused -> refused.message().text();
                case Reply.Ask ask -> ask.toString();
            };
        }
    }

    private Keys keys() throws IOException {
        return keys(Optional.of(folder.resolve("keyset.json")));
    }

    private Keys keys(Optional<Path> file) throws IOException {
        return new Keys(environment(), file, stream(output), stream(errors));
    }

    private String kept() throws IOException {
        return KeysetFile.in(folder).read().value();
    }

    private Environment environment() throws IOException {
        return new Environment(
                folder,
                Optional.of(new Environment.DatabaseAddress(
                        schema.jdbcUrl(), schema.user(), new Secret(schema.password()))),
                Optional.of(new Secret(kept())),
                Optional.empty(),
                Optional.empty(),
                new Environment.Http("127.0.0.1", 0),
                Environment.LogFormat.TEXT,
                List.of());
    }

    private static String metrics(Serving serving) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + "/metrics"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(question, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String written(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
