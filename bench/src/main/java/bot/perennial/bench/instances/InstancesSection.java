package bot.perennial.bench.instances;

import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.Server;
import bot.perennial.bench.delivery.Letters;
import bot.perennial.bench.delivery.Stub;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Job;
import bot.perennial.bench.measure.Relay;
import bot.perennial.bench.measure.Standings;
import bot.perennial.bench.measure.Table;
import bot.perennial.db.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One, two and three instances with the same members due; and three of which one is killed in the middle. */
public final class InstancesSection implements Section {
    private static final int MOST = 3;
    private static final int MEMBERS_OF_A_WORKSPACE = 10;
    private static final int ROUNDS = 2;
    private static final int GLANCE_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 120;
    private static final double MICRO = 1_000;

    private static final Goal TWICE = Goal.atMost("8", "nudges sent twice by 1 to 3 instances, one killed -9", 0);
    private static final Goal LOST = Goal.atMost("8", "nudges lost by 1 to 3 instances, one killed -9", 0);
    private static final Goal SOON = Goal.atMost("8", "seconds until all was brought after one of 3 was killed", 30);

    /** What came of a day, and the instances' processor time for each member in microseconds. */
    private record Day(long twice, long lost, double micros) {}

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Several instances");
        var members = bench.extent().brief() ? 600 : 2_000;
        var keyset = Sealer.generate();
        var teams = new ArrayList<Team>();
        try (var server = bench.server().several();
                var stub = Stub.start()) {
            try {
                for (var size = 1; size <= MOST; size++) {
                    var crowd = new Crowd(server.fresh(size), members);
                    people(crowd, keyset, teams);
                    teams.add(
                            new Team(crowd, Group.start(size, crowd.address(), keyset, stub), stub, new ArrayList<>()));
                }
                compare(bench, server, teams);
                killed(bench, teams.getLast());
            } finally {
                teams.forEach(team -> team.group.close());
            }
        }
        var days = teams.stream().flatMap(team -> team.days.stream()).toList();
        bench.report().judge(TWICE.exactly((double)
                days.stream().mapToLong(Day::twice).sum()));
        bench.report()
                .judge(LOST.exactly((double) days.stream().mapToLong(Day::lost).sum()));
    }

    /** Made by the product once, and copied. */
    private static void people(Crowd crowd, String keyset, List<Team> others) throws Exception {
        try (var database = crowd.address().database()) {
            if (others.isEmpty()) {
                new Letters(crowd.address(), database.store(Sealer.of(keyset)), MEMBERS_OF_A_WORKSPACE)
                        .members(crowd.members());
            } else {
                crowd.copy(others.getFirst().crowd.address().schema());
            }
        }
    }

    private static void compare(Bench bench, Server server, List<Team> teams) throws Exception {
        var rounds = bench.extent().brief() ? 1 : ROUNDS;
        var jobs = teams.stream().map(team -> new Job(team.name(), team::day)).toList();
        var standings = new Relay(server.processors(), rounds, 1).run(jobs);
        bench.report()
                .table(new Table(
                        "Members planned and written to by instances on one database, whole runs",
                        List.of(
                                "variant",
                                "mean/s",
                                "ratio",
                                "q1..q3",
                                "instances' CPU µs",
                                "server CPU µs",
                                "twice",
                                "lost"),
                        teams.stream()
                                .map(team ->
                                        row(team, standings, teams.getFirst().name()))
                                .toList()));
    }

    private static List<String> row(Team team, Standings standings, String measure) {
        var measured = standings.of(team.name());
        var ratio = standings.speed(team.name(), measure);
        var counted = team.days.subList(1, team.days.size()); // the first round is discarded
        return List.of(
                team.name(),
                Table.number(measured.perSecond()),
                Table.number(ratio.mean()),
                Table.number(ratio.cycles().lower()) + ".."
                        + Table.number(ratio.cycles().upper()),
                Table.number(counted.stream().mapToDouble(Day::micros).average().orElse(0)),
                measured.serverMicros().map(Table::number).orElse(""),
                Long.toString(team.days.stream().mapToLong(Day::twice).sum()),
                Long.toString(team.days.stream().mapToLong(Day::lost).sum()));
    }

    private static void killed(Bench bench, Team team) throws Exception {
        team.begin();
        var first = Group.token(0);
        var enough = team.crowd.members() / (2 * MOST);
        await(() -> team.stub.seen().from(first) >= enough || team.crowd.done());
        team.group.kill(0);
        var start = System.nanoTime();
        var before = team.stub.seen().taken();
        await(team.crowd::done);
        var seconds = (System.nanoTime() - start) / 1e9;
        var day = team.counted(0);
        team.days.add(day);
        bench.report()
                .say(String.format(
                        Locale.ROOT,
                        "One of three killed when %,d of %,d letters had been taken: %.1f s until the rest was, %d twice,"
                                + " %d in doubt, %d lost.",
                        before,
                        team.crowd.members(),
                        seconds,
                        day.twice,
                        team.crowd.inState("AMBIGUOUS"),
                        day.lost));
        bench.report().judge(SOON.exactly(seconds));
    }

    private static void await(Callable<Boolean> what) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!what.call()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("It took longer than " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    /** Instances, those whom they serve, and the days on which everybody was due. */
    private record Team(Crowd crowd, Group group, Stub stub, List<Day> days) {
        String name() {
            return group.size() == 1 ? "1 instance" : group.size() + " instances";
        }

        /** Timed from the first letter that is written: how long the schedule's next tick takes is luck. */
        long day(Job.Stopwatch watch) throws Exception {
            begin();
            await(crowd::begun);
            var before = group.used();
            watch.time(() -> await(crowd::done));
            days.add(counted(group.used() - before));
            return crowd.members();
        }

        void begin() throws Exception {
            stub.forget();
            crowd.expect();
        }

        /** What is in doubt is not lost: it comes with the next nudge. */
        Day counted(long nanos) throws Exception {
            var seen = stub.seen();
            var sent = crowd.inState("SENT");
            var unsettled = crowd.members() - sent - crowd.inState("AMBIGUOUS");
            var untaken = Math.max(0, sent - seen.members());
            return new Day(seen.twice(), unsettled + untaken, nanos / MICRO / crowd.members());
        }
    }
}
