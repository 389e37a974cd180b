package bot.perennial.app;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.testing.Cable;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.discord.DiscordAdapter;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.SlackAdapter;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Shown;
import bot.perennial.slack.testing.Trouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P13: words that stand in for names, notes, tokens and addresses, and turn up nowhere but with their owner. */
@Timeout(60)
class CanaryTest {
    private static final String ANA = "U0ANA";
    private static final String KIM = "U0KIM";
    private static final List<String> CANARIES = List.of(
            "quokka",
            "pangolina",
            "okapia",
            "numbatville",
            "axolotl",
            "narwhal",
            "platypus", // written by Ana
            "xoxb-fake",
            "xapp-fake",
            "signing-fake",
            "fake.to.ken",
            "token-",
            "/response/",
            "trigger-");
    private static final List<String> WRITTEN = CANARIES.subList(1, 7);

    private final MovableTime time = new MovableTime("2026-03-02T08:00:00Z");
    private final Overheard overheard = new Overheard();
    private final TestDatabases.Schema schema = TestDatabases.kept(CanaryTest.class);

    CanaryTest() throws Exception {}

    @AfterEach
    void close() throws Exception {
        overheard.end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staySilentOnSlack(boolean socket) throws Exception {
        try (var slack = new FakeSlack();
                var bot = new Served(schema, Optional.of(slack.settings()), Optional.empty())) {
            if (!socket) {
                slack.tellAt(bot.address(), bot.time);
            }
            slack.say("{\"type\":\"axolotl\",\"payload\":{\"text\":\"axolotl\"}}");
            slack.member(ANA, "Ana Quokka", "UTC", "en-GB");
            slack.member("U0LEE", "Okapia Lee", "UTC", "en-GB");
            var ana = slack.as(ANA);
            ana.types("/met <@U0LEE|okapia>, Pangolina Xerxes at Numbatville - axolotl");
            ana.presses("Turn on my nudge", slack.next());
            ana.presses("Yes", slack.next());
            ana.presses("Yes", slack.next());
            slack.next();
            ana.types("/met");
            ana.sends(slack.nextView(), Map.of("who", "Pangolina Xerxes", "note", "platypus"));
            slack.next();
            for (var line : List.of(
                    "/followup Pangolina Xerxes tomorrow - narwhal",
                    "/followup Pangolina Xerxes soonish - narwhal",
                    "/people find axolotl",
                    "/people Pangolina",
                    "/vanished axolotl",
                    "/nudge today")) {
                ana.types(line);
                slack.next();
            }
            bot.pass(ofMinutes(1));
            slack.next();
            for (var trouble : List.of(
                    Trouble.status(500, "axolotl"),
                    Trouble.error("no axolotl here"),
                    Trouble.rateLimited("axolotl"),
                    Trouble.status(200, "{\"axolotl"))) {
                slack.troubleAhead("chat.postMessage", trouble);
                slack.troubleAhead("users.info", trouble);
                slack.troubleAhead("views.open", trouble);
                slack.troubleAhead("response", trouble);
                bot.pass(ofDays(1));
                var before = slack.calls("views.open").size();
                ana.types("/met");
                Awaitility.await().until(() -> slack.calls("views.open").size() > before);
            }
            var kim = slack.as(KIM);
            for (var line : List.of("/people", "/people find xerxes", "/nudge today", "/met Numb", "/undo")) {
                kim.types(line);
                assertThat(acknowledgement(slack).toString().toLowerCase(Locale.ROOT))
                        .doesNotContain(WRITTEN);
            }
            assertThat(metrics(bot)).contains("perennial_slack_unknown_total 1.0");
            assertSilence(
                    metrics(bot),
                    "com.slack.api.bolt.App",
                    "com.slack.api.util.http.listener.DetailedLoggingListener",
                    socket ? "com.slack.api.socket_mode.SocketModeClient" : "org.eclipse.jetty.server");
        }
    }

    @Test
    void staySilentOnDiscord() throws Exception {
        try (var discord = new FakeDiscord();
                var served = new Served(schema, Optional.empty(), Optional.of(discord.settings()))) {
            var ana = discord.as("21", "Ana Quokka");
            var lee = discord.as("22", "Okapia Lee");
            ana.types("met", Map.of("who", "Pangolina Xerxes, <@22>", "where", "Numbatville", "note", "axolotl"));
            discord.next();
            ana.types("met", Map.of());
            ana.sends(discord.nextModal(), Map.of("who", "Pangolina Xerxes", "note", "platypus"));
            discord.next();
            ana.types("followup", Map.of("who", "Pangolina Xerxes", "when", "soonish", "about", "narwhal"));
            discord.next();
            ana.chooses("Follow up on this", lee, "axolotl");
            discord.next();
            ana.completes("met", "who", "Pango");
            for (var unreadable : List.of(
                    "{\"op\":0,\"s\":900,\"t\":\"INTERACTION_CREATE\",\"d\":{\"type\":2,\"id\":\"axolotl\"}}",
                    "{\"op\":0,\"s\":901,\"t\":\"AXOLOTL\",\"d\":{\"note\":\"axolotl\"}}",
                    "{\"op\":0,\"s\":902,\"t\":\"MESSAGE_CREATE\",\"d\":[\"axolotl\"]}",
                    "{\"op\":99,\"d\":\"axolotl\"}")) {
                discord.gateway().say(unreadable);
            }
            for (var trouble : List.of(
                    bot.perennial.discord.testing.Trouble.rateLimited(1),
                    bot.perennial.discord.testing.Trouble.code(500, 0),
                    bot.perennial.discord.testing.Trouble.code(400, 50035),
                    bot.perennial.discord.testing.Trouble.answerLost())) {
                discord.troubleAhead("POST /interactions/#/token-#/callback", trouble);
                ana.types("met", Map.of("who", "Pangolina Xerxes", "note", "axolotl"));
            }
            Awaitility.await()
                    .until(() -> discord.calls("POST /interactions/#/token-#/callback")
                                    .size()
                            >= 9);
            assertThat(metrics(served)).contains("perennial_discord_unknown_total 2.0");
            assertSilence(metrics(served), "net.dv8tion.jda.internal.requests.WebSocketClient");
        }
    }

    @Test
    void staySilentWhenTheDatabaseIsAway() throws Exception {
        var port = URI.create(schema.jdbcUrl().substring("jdbc:".length())).getPort();
        try (var cable = new Cable(port);
                var slack = new FakeSlack();
                var bot = new Served(behind(cable, port), Optional.of(slack.settings()), Optional.empty())) {
            var ana = slack.as(ANA);
            ana.types("/met Pangolina Xerxes - axolotl");
            slack.next();
            cable.cut();
            ana.types("/met Pangolina Xerxes - axolotl");
            slack.next();
            cable.pull();
            ana.types("/met Pangolina Xerxes - axolotl");
            assertThat(slack.next().text()).contains("axolotl");
            assertSilence(metrics(bot));
        }
    }

    @Test
    void staySilentWhenACommandIsBrokenOnSlack() {
        var command = new BrokenCommand();
        try (var slack = new FakeSlack()) {
            var adapter = new SlackAdapter(slack.settings(), broken(command), time);
            adapter.start();
            slack.awaitSocket();
            slack.as(ANA).types("/boom axolotl");
            assertThat(slack.next().text()).contains("Something broke");
            command.earlier().set(true);
            slack.as(ANA).types("/boom axolotl");
            assertThat(slack.next().text()).contains("Something broke");
            adapter.stop();
        }
        assertSilence("");
    }

    @Test
    void staySilentWhenACommandIsBrokenOnDiscord() {
        var command = new BrokenCommand();
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(discord.settings(), broken(command), time, Alone.at(time));
            adapter.start();
            Awaitility.await().until(adapter::ready);
            discord.as("21", "Ana Quokka").types("boom", Map.of("text", "axolotl"));
            assertThat(discord.next().text()).contains("Something broke");
            command.earlier().set(true);
            discord.as("21", "Ana Quokka").types("boom", Map.of("text", "axolotl"));
            assertThat(discord.next().text()).contains("Something broke");
            adapter.stop(Duration.ofSeconds(5));
        }
        assertSilence("");
    }

    private Bot broken(BrokenCommand command) {
        return new Bot(List.of(command), new InMemoryStore(), time);
    }

    /** @param talkative loggers that wrote something, as they do when they are asked for every detail */
    private void assertSilence(String metrics, String... talkative) {
        var lines = overheard.lines();
        assertThat(lines).as("something was heard at all").anyMatch(line -> line.contains("\"level\""));
        for (var logger : talkative) {
            assertThat(lines).anyMatch(line -> line.contains("\"loggerName\":\"" + logger));
        }
        for (var canary : CANARIES) {
            assertThat(lines).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(canary));
            assertThat(metrics.toLowerCase(Locale.ROOT)).doesNotContain(canary);
        }
        assertThat(metrics).doesNotContain(ANA);
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> CANARIES.stream().anyMatch(name::contains));
    }

    /** Kim's answer, among what may still come for Ana. */
    private static Shown acknowledgement(FakeSlack slack) {
        return Stream.generate(slack::next)
                .filter(shown -> shown.where().equals("acknowledgement"))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics(Served bot) throws Exception {
        var question = HttpRequest.newBuilder(bot.address().resolve("/metrics")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(question, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private TestDatabases.Schema behind(Cable cable, int port) {
        return new TestDatabases.Schema(
                schema.server(),
                schema.name(),
                schema.jdbcUrl().replace(":" + port + "/", ":" + cable.port() + "/"),
                schema.user(),
                schema.password());
    }
}
