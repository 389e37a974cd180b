package bot.perennial.bench.commands;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One morning after the other on which the same members are due, planned as fast as it goes. */
final class Mornings {
    private static final int PEOPLE = 3;
    private static final int LOADERS = 6;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final NudgeRound round;

    Mornings(Store store, int members) throws Exception {
        this.round = new NudgeRound(store, now::get);
        try (var loaders = Executors.newFixedThreadPool(LOADERS)) {
            var making = new ArrayList<Callable<Reply>>();
            for (var number = 0; number < members; number++) {
                var account = new Account("bench", "T1", "early" + number);
                making.add(() -> member(store, account));
            }
            for (var made : loaders.invokeAll(making)) {
                made.get();
            }
        }
    }

    /** Plans until it is told to stop; answers how many members had their turn. */
    Future<Integer> plan(ExecutorService planner, AtomicBoolean going) {
        return planner.submit(() -> {
            var turns = 0;
            while (going.get()) {
                turns += round.run();
                now.updateAndGet(morning -> morning.plus(Duration.ofDays(1)));
            }
            return turns;
        });
    }

    private static Reply member(Store store, Account account) {
        var opening =
                new Opening(account, "Kim", Optional.of(ZoneId.of("UTC")), "load " + account.user(), NOON, List.of());
        return store.as(opening, notebook -> {
            var settings = NudgeSettings.OFF.on(true).at(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 30));
            notebook.save(notebook.member().with(settings));
            notebook.nudgeNext(Optional.of(FIRST), Optional.of(Instant.parse("2026-03-02T08:30:00Z")));
            for (var number = 0; number < PEOPLE; number++) {
                var person = notebook.people().add("Dana " + number, Optional.empty(), false, FIRST);
                var monthly = new Rhythm(Period.ofMonths(1));
                notebook.people().save(person.with(Keeping.NONE.every(monthly, FIRST, FIRST, FIRST)));
            }
            return new Reply.Done(Message.of("Noted."));
        });
    }
}
