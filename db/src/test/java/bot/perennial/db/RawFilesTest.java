package bot.perennial.db;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.embedded.EmbeddedDatabase;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P12: what a member noted stands in no file of the database, whatever they noted it with and did with it since. */
class RawFilesTest {
    private static final Account SAM = new Account("test", "home", "sam");
    private static final String CANARY = "kanarienvogel";
    private static final String NAME = "Zebedee";
    /** Options whose words are what somebody is called, which is not encrypted. */
    private static final Set<String> NAMES = Set.of("name", "meant", "chosen");

    private final MovableTime time = new MovableTime("2026-03-02T07:00:00Z");
    private int gestures;

    @TempDir
    Path folder;

    @Test
    void holdNoNote() {
        try (var server = EmbeddedDatabase.start(folder, progress -> {});
                var database = Database.open(server.jdbcUrl(), server.user(), server.password())) {
            database.migrate();
            var sealer = Sealer.of(Sealer.generate());
            var store = database.store(sealer);
            var bot = new Bot(Commands.all(), store, time);
            note(bot);
            var before = kept(store);
            assertThat(before).as("what was noted").hasSizeGreaterThan(6);
            assertThat(columns(server, sealer)).as("where it is sealed").isEqualTo(Set.copyOf(SealedColumn.ALL));
            undoneAndForgotten(bot, store);
            assertThat(kept(store)).as("what is there after all").isNotEqualTo(before);
            nothingStandsBeside("ib_logfile0");
        }
        nothingStandsBeside("ib_logfile0", "person.ibd");
    }

    /** Names are not encrypted, so the files that hold one are files whose bytes are really seen. */
    private void nothingStandsBeside(String... named) {
        assertThat(filesWith(NAME)).contains(named);
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith(CANARY.toUpperCase(Locale.ROOT))).isEmpty();
    }

    /** The columns in which a canary is sealed. */
    private static Set<SealedColumn> columns(EmbeddedDatabase server, Sealer sealer) {
        try (var rows =
                new SealedRows(new Schema("own", "perennial", server.jdbcUrl(), server.user(), server.password()))) {
            return SealedColumn.ALL.stream()
                    .filter(column -> rows
                            .fetch(tx -> tx.select(column.owner(), column.text())
                                    .from(column.table())
                                    .where(column.text().isNotNull())
                                    .fetch(row -> sealer.open(row.value1(), column.bound(), row.value2())))
                            .stream()
                            .anyMatch(text -> text.contains(CANARY)))
                    .collect(Collectors.toSet());
        }
    }

    /** Fills every option that takes words, of every command that people or buttons type. */
    private void note(Bot bot) {
        say(bot, "/met " + NAME + " at " + CANARY + " bar - " + CANARY + " likes jazz next:2w");
        say(bot, "/met Ana, Ben at PyCon - " + CANARY + "\n" + CANARY.toUpperCase(Locale.ROOT));
        say(bot, "/followup " + NAME + " fri - " + CANARY + " article kind:share");
        for (var spec : Commands.all().stream().map(Command::spec).toList()) {
            for (var option : spec.options()) {
                if (option.kind() instanceof Kind.Words && !NAMES.contains(option.name())) {
                    bot.filled(gesture(), spec.path(), values(spec, option.name()));
                }
            }
        }
    }

    private void undoneAndForgotten(Bot bot, Store store) {
        var meetings = store.look(SAM, notebook -> notebook.meetings().all());
        for (var meeting : meetings) {
            bot.filled(
                    gesture(),
                    "edit",
                    Map.of(
                            "meeting", text(Long.toString(meeting.id(), Character.MAX_RADIX)),
                            "note", text(CANARY + " edited")));
        }
        var edited = say(bot, "/met Cleo - " + CANARY + " of Cleo");
        bot.pressed(gesture(), edited);
        store.look(SAM, notebook -> notebook.people().all()).stream()
                .limit(2)
                .forEach(person -> bot.pressed(gesture(), "/forget " + person.typed()));
    }

    /** Answers the line that undoes it. */
    private String say(Bot bot, String line) {
        var words = line.substring(1).split(" ", 2);
        var reply = bot.typed(gesture(), words[0], text(words[1]));
        assertThat(reply).as(line).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply)
                .message().buttons().stream()
                        .map(button -> button.line())
                        .filter(pressed -> pressed.startsWith("/undo"))
                        .findFirst()
                        .orElse("/nudge");
    }

    private static Map<String, List<Token>> values(CommandSpec spec, String canary) {
        var values = new LinkedHashMap<String, List<Token>>();
        for (var option : spec.options()) {
            if (option.name().equals(canary)) {
                values.put(option.name(), text(CANARY + " " + spec.name() + " " + canary));
            } else if (option.mandatory()) {
                values.put(
                        option.name(),
                        text(
                                switch (option.kind()) {
                                    case Kind.People people -> NAME;
                                    case Kind.Someone someone -> NAME;
                                    case Kind.Id id -> "1";
                                    case Kind.OneOf(var choices) ->
                                        choices.getFirst().value();
                                    case Kind<?> other -> "tomorrow";
                                }));
            }
        }
        return values;
    }

    /** All canaries that a notebook holds. */
    private static List<String> kept(Store store) {
        return store.look(SAM, notebook -> {
            var texts = new ArrayList<String>();
            notebook.people().all().forEach(person -> texts.add(person.profile().toString()));
            notebook.meetings().all().forEach(meeting -> {
                texts.add(meeting.note().orElse(""));
                texts.add(meeting.where().orElse(""));
            });
            notebook.promises()
                    .open()
                    .forEach(promise -> texts.add(promise.about().orElse("")));
            return texts.stream().filter(text -> text.contains(CANARY)).toList();
        });
    }

    private List<String> filesWith(String word) {
        var forms = List.of(
                new String(word.getBytes(UTF_8), ISO_8859_1),
                new String(word.getBytes(UTF_16LE), ISO_8859_1),
                new String(word.getBytes(UTF_16BE), ISO_8859_1));
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        var bytes = read(file);
                        return forms.stream().anyMatch(bytes::contains);
                    })
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Gesture gesture() {
        gestures++;
        time.pass(Duration.ofMinutes(3));
        return new Gesture(SAM, "g" + gestures, "Sam", Optional.of(ZoneId.of("UTC")), "");
    }

    private static List<Token> text(String words) {
        return List.of(new Token.Text(words));
    }
}
