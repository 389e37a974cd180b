package bot.perennial.app.faults;

import bot.perennial.app.Instance;
import bot.perennial.app.Mortal;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Store;
import bot.perennial.db.Database;
import bot.perennial.db.Sealer;
import bot.perennial.db.testing.Cable;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Shown;
import bot.perennial.slack.testing.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Everything around the bot that outlives it: two platforms, a database, and those who use them. */
final class World implements AutoCloseable {
    final FakeSlack slack = new FakeSlack();
    final FakeDiscord discord = new FakeDiscord();
    final List<Citizen> citizens = new CopyOnWriteArrayList<>();
    final List<String> strayed = new CopyOnWriteArrayList<>();
    private final String keyset = Sealer.generate();
    private final TestDatabases.Schema schema = TestDatabases.kept(World.class);
    private final Database database = Database.open(schema.jdbcUrl(), schema.user(), schema.password());
    private final Store store = database.store(Sealer.of(keyset));
    final Cable cable = new Cable(port(schema.jdbcUrl()));
    private final Map<String, Runnable> surprises = new ConcurrentHashMap<>();
    private final Map<String, Asked> awaiting = new ConcurrentHashMap<>();
    private volatile Instant now;
    private int members;
    private int words;

    World() {
        this(Instant.parse("2026-03-02T08:00:00Z"));
    }

    World(Instant start) {
        now = start;
        slack.witness(this::shown);
        discord.witness(this::shown);
        discord.directs().time(this::now);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    void moveTo(Instant instant) {
        now = instant;
    }

    Life live(Optional<CrashPoint> deathAtStart) {
        var settings = discord.settings();
        var arguments = new ArrayList<>(List.of(
                schema.jdbcUrl().replace(":" + port(schema.jdbcUrl()) + "/", ":" + cable.port() + "/"),
                schema.user(),
                schema.password(),
                keyset,
                slack.settings().apiUrl(),
                settings.apiUrl(),
                settings.gatewayUrl(),
                now.toString()));
        deathAtStart.ifPresent(point -> arguments.add(point.name()));
        return Life.start(Mortal.class, arguments, Path.of("target", "faults", "lives.log"));
    }

    /** One of several on the same database, which serves the Slack workspace by HTTP with a token of its own. */
    Life instance(String token) {
        var arguments = List.of(
                schema.jdbcUrl(),
                schema.user(),
                schema.password(),
                keyset,
                slack.settings().apiUrl(),
                slack.settings().signingSecret().orElseThrow().value(),
                token,
                now.toString());
        return Life.start(Instance.class, arguments, Path.of("target", "faults", "instances.log"));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
    }

    /** Two members on each platform, each with a nudge to be turned on and promises for tomorrow. */
    List<Citizen> newcomers() {
        return List.of(citizen(onSlack(), 3), citizen(onDiscord(), 3), citizen(onSlack(), 3), citizen(onDiscord(), 3));
    }

    /** Members of the Slack workspace, each with a nudge to be turned on and a promise for tomorrow. */
    List<Citizen> crowd(int size) {
        return Stream.generate(() -> citizen(onSlack(), 1)).limit(size).toList();
    }

    private Voice onSlack() {
        return new Voice.Slack(slack, "U" + ++members, awaiting);
    }

    private Voice onDiscord() {
        return new Voice.Discord(discord, Long.toString(500_000_000_000_000_000L + ++members), awaiting);
    }

    private Citizen citizen(Voice voice, int promises) {
        var citizen = new Citizen(voice, today());
        citizen.asked.add(new Asked(word(), "nudge settings", "on:on zone:UTC days:\"every day\" cap:5 hour:8:30"));
        for (var promise = 0; promise < promises; promise++) {
            var word = word();
            citizen.asked.add(
                    new Asked(word, "followup", "who:" + word + " when:tomorrow about:\"task " + word + "\""));
        }
        citizens.add(citizen);
        return citizen;
    }

    /** Lines are fast again, as the many messages of a real day would make them; here hardly any are sent. */
    void speedUp() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("update pace set apart_micros = least(apart_micros, 50000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often a promise is stored. */
    long stored(Citizen citizen, Asked promise) {
        return store
                .<List<Promise>>look(
                        citizen.voice.account(), notebook -> notebook.promises().open())
                .stream()
                .filter(open -> open.about().orElse("").contains(promise.id))
                .count();
    }

    /** What became of the nudge of a day. */
    Optional<State> nudge(Citizen citizen, LocalDate day) {
        return store.<Optional<State>>look(
                citizen.voice.account(), notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 9).stream()
                        .filter(letter -> letter.key().equals(day.toString()))
                        .map(letter -> letter.state())
                        .findFirst());
    }

    /** Whether the nudge of a day has been brought, or will not be brought again. */
    boolean settled(Citizen citizen, LocalDate day) {
        return nudge(citizen, day)
                .filter(state -> state == State.SENT || state == State.AMBIGUOUS)
                .isPresent();
    }

    /** What happens when a platform next takes something: a letter, by the platform's name, or an answer. */
    void atNext(String place, Runnable surprise) {
        surprises.put(place, surprise);
    }

    /** Answers that get lost, come late or can't be read, and refusals of every kind, for the next few letters. */
    void platformsMisbehave(Random random) {
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            var trouble =
                    switch (random.nextInt(8)) {
                        case 0 -> Trouble.answerLost();
                        case 1 -> Trouble.answerGarbled("<html>oops");
                        case 2 -> Trouble.answerGarbled("{\"ok\":");
                        case 3 -> Trouble.status(503, "");
                        case 4 -> Trouble.error("internal_error");
                        case 5 -> Trouble.acceptedLate(Duration.ofMillis(500));
                        default ->
                            Trouble.rateLimited(
                                    List.of("1", "30", "soon", "-5", "0").get(random.nextInt(5)));
                    };
            slack.troubleAhead("chat.postMessage", trouble);
            discord.troubleAhead(
                    "POST /channels/#/messages",
                    switch (random.nextInt(4)) {
                        case 0 -> bot.perennial.discord.testing.Trouble.answerLost();
                        case 1 -> bot.perennial.discord.testing.Trouble.answerWrong(500);
                        case 2 -> bot.perennial.discord.testing.Trouble.code(503, 0);
                        default -> bot.perennial.discord.testing.Trouble.rateLimited(1);
                    });
        }
    }

    static void rest(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        cable.close();
        database.close();
        slack.close();
        discord.close();
    }

    private String word() {
        var word = new StringBuilder();
        for (var rest = words++; word.length() < 6; rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20));
        }
        return word.insert(0, "Q").toString();
    }

    private void shown(Shown shown) {
        if (shown.surface() == Shown.Surface.DIRECT) {
            received("slack", shown.where().substring(1), shown.text() + shown.blocks());
        } else {
            answered(shown.where(), shown.text());
        }
    }

    private void shown(bot.perennial.discord.testing.Shown shown) {
        if (shown.token().isEmpty()) {
            received("discord", "5" + shown.message().getString("channel_id").substring(1), shown.text());
        } else {
            answered(shown.token(), shown.text());
        }
    }

    private void answered(String place, String words) {
        surprise("answer");
        Optional.ofNullable(awaiting.get(place))
                .ifPresentOrElse(asked -> asked.answered(words), () -> strayed.add(place + ": " + words));
    }

    private void surprise(String place) {
        Optional.ofNullable(surprises.remove(place)).ifPresent(Runnable::run);
    }

    private void received(String platform, String user, String words) {
        citizens.stream()
                .filter(citizen -> citizen.voice.account().platform().equals(platform)
                        && citizen.voice.account().user().equals(user))
                .findFirst()
                .ifPresentOrElse(citizen -> citizen.received(today(), words), () -> strayed.add(user + ": " + words));
        surprise(platform);
    }

    private static int port(String address) {
        return URI.create(address.substring("jdbc:".length())).getPort();
    }
}
