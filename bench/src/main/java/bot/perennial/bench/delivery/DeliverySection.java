package bot.perennial.bench.delivery;

import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Job;
import bot.perennial.bench.measure.Table;
import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.store.Store;
import bot.perennial.db.Sealer;
import bot.perennial.slack.SlackAdapter;
import bot.perennial.slack.SlackSettings;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product's postman and Slack courier against one transaction for each letter, with words composed, to a stub. */
public final class DeliverySection implements Section {
    private static final String TEN = "one by one, 10 threads";
    private static final String MANY = "one by one, 64 threads";
    private static final String POSTMAN = "product's postman";
    private static final int LIMIT = 41;
    private static final int FASTEST_MICROS = 25_000;
    private static final int MEMBERS_OF_A_WORKSPACE = 10;

    private static final Goal SPEED = Goal.atLeast("7", "delivery against one transaction for each letter", 5);
    private static final Goal DATABASE = Goal.atMost("7", "the database's part of delivery's CPU", 0.15);
    private static final Goal PACED = Goal.atLeast("7", "delivery on a limited line, of its limit", 0.95);
    private static final Goal REFUSED = Goal.atMost("7", "messages answered 429", 0);

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Delivery");
        var address = bench.server().fresh();
        var brief = bench.extent().brief();
        try (var stub = Stub.start();
                var database = address.database()) {
            var store = database.store(Sealer.of(Sealer.generate()));
            var courier = courier(stub, store);
            var letters = new Letters(address, store, MEMBERS_OF_A_WORKSPACE);
            letters.members(brief ? 1_000 : 8_000);
            unpaced(bench, stub, courier, letters, brief ? List.of(100, 200, 1_000) : List.of(700, 1_000, 8_000));
            paced(bench, stub, courier, letters, brief ? 80 : 400);
        }
    }

    private static void unpaced(Bench bench, Stub stub, Courier courier, Letters letters, List<Integer> sizes)
            throws Exception {
        var store = letters.store();
        var plain = new OneByOne(store, courier, NudgeWords::compose);
        var standings = bench.relay()
                .run(List.of(
                        new Job(TEN, watch -> sent(watch, stub, letters, sizes.get(0), () -> plain.run(10))),
                        new Job(MANY, watch -> sent(watch, stub, letters, sizes.get(1), () -> plain.run(64))),
                        new Job(
                                POSTMAN,
                                watch -> sent(watch, stub, letters, sizes.get(2), () -> postman(store, courier)))));
        bench.report().table(Table.of("Letters sent, whole runs", standings, MANY, Map.of()));
        bench.report().judge(SPEED.noisy(standings.speed(POSTMAN, MANY)));
        var postman = standings.of(POSTMAN);
        postman.serverMicros().ifPresent(server -> bench.report()
                .judge(DATABASE.exactly(server / (server + postman.clientMicros()))));
    }

    /** All in one workspace, whose line takes no more than its limit. */
    private static void paced(Bench bench, Stub stub, Courier courier, Letters letters, int members) throws Exception {
        letters.write(members);
        share(letters, members);
        stub.forget();
        stub.limit(LIMIT);
        while (stub.seen().taken() < members) {
            postman(letters.store(), courier);
        }
        stub.limit(0);
        var seen = stub.seen();
        var rate = (double) (seen.taken() - 1) / seen.seconds();
        bench.report()
                .say(String.format(
                        Locale.ROOT,
                        "On a line limited to %d a second: %d letters in %.1f s, %.1f a second, %d answered 429.",
                        LIMIT,
                        seen.taken(),
                        seen.seconds(),
                        rate,
                        seen.refused()));
        bench.report().judge(PACED.exactly(rate / LIMIT));
        bench.report().judge(REFUSED.exactly((double) seen.refused()));
    }

    /** Moves members into one workspace, whose pace has recovered as far as it ever does. */
    private static void share(Letters letters, int members) throws SQLException {
        try (var connection = letters.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("update member join letter using (member_id) set workspace = 'T'");
            statement.execute("insert into pace values ('slack/T', now(6), now(6), now(6), " + FASTEST_MICROS
                    + ") on duplicate key update apart_micros = " + FASTEST_MICROS);
        }
        if (members < 1) {
            throw new IllegalArgumentException("Nobody to write to");
        }
    }

    private static long sent(Job.Stopwatch watch, Stub stub, Letters letters, int members, Job.Timed work)
            throws Exception {
        letters.write(members);
        stub.forget();
        watch.time(work);
        var seen = stub.seen();
        if (seen.taken() != members || seen.twice() != 0) {
            throw new IllegalStateException(
                    "Of " + members + " letters " + seen.taken() + " came, to " + seen.members() + " members");
        }
        return members;
    }

    private static int postman(Store store, Courier courier) {
        return new Postman(store, List.of(courier), NudgeWords::compose, InstantSource.system()).deliverDue();
    }

    private static Courier courier(Stub stub, Store store) {
        var settings = new SlackSettings(
                new SlackSettings.Secret("xoxb-bench"),
                Optional.empty(),
                Optional.of(new SlackSettings.Secret("bench")),
                stub.api(),
                Set.of());
        var time = InstantSource.system();
        return new SlackAdapter(settings, new Bot(Commands.all(), store, time), time).courier();
    }
}
