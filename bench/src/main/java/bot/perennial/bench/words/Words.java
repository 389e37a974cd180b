package bot.perennial.bench.words;

import bot.perennial.core.calendar.LocalMoment;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Parsing;
import bot.perennial.core.commands.MetCommand;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.slack.Drawing;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work that needs no database. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Words {
    private static final int PEOPLE = 20;

    private final CommandSpec met = new MetCommand().spec();
    private final Message people = people();
    private final Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private final ZoneId zone = ZoneId.of("Europe/Lisbon");
    private final LocalTime time = LocalTime.of(8, 30);
    private Instant after = Instant.parse("2026-03-27T23:00:00Z");

    @Benchmark
    public Object parse() {
        return Parsing.of(met, "Dana Ortiz at Blue Bottle - moving to fintech in May, wants visa advice next:2w");
    }

    @Benchmark
    public String render() {
        return Drawing.of(people);
    }

    /** Over weekends and changes of the clock. */
    @Benchmark
    public LocalMoment nextMoment() {
        var next = LocalMoment.next(after, weekdays, time, zone);
        after = next.instant();
        return next;
    }

    private static Message people() {
        var message = Message.EMPTY;
        for (var number = 0; number < PEOPLE; number++) {
            message = message.entry(
                    Line.EMPTY.strong("Dana Ortiz " + number).plain(" — 8 weeks since you spoke, at Blue Bottle."),
                    new Control.Button("Reached out", "/reached ~k3x9" + number));
        }
        return message;
    }
}
