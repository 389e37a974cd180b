package bot.perennial.bench.delivery;

import bot.perennial.bench.Address;
import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Members with something due today, made by the product itself, so that there are words to compose; and the letters that
 * bring it.
 *
 * @param workspace how many members share a workspace, and its pace
 */
public record Letters(Address address, Store store, int workspace) {
    private static final Rhythm MONTHLY = new Rhythm(Period.ofMonths(1));
    private static final int THREADS = 4;
    private static final int AT_ONCE = 250;

    /** Makes members, each with two people and a promise that are due. */
    public void members(int members) throws Exception {
        var now = Instant.now();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var parts = IntStream.range(0, (members + AT_ONCE - 1) / AT_ONCE)
                    .<Callable<Integer>>mapToObj(part -> () -> {
                        var end = Math.min(members, (part + 1) * AT_ONCE);
                        IntStream.range(part * AT_ONCE, end).forEach(number -> member(number, now));
                        return end;
                    })
                    .toList();
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        }
    }

    /** Writes everybody's nudge anew, due now, for the first of the members. */
    public void write(int members) throws SQLException {
        var day = LocalDate.now(ZoneOffset.UTC);
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate table letter");
            statement.execute("update pace set next_at = now(6), queued_at = now(6), closed_until = now(6)");
            statement.execute("insert into letter (letter_id, member_id, community_id, kind, due_key, due_at, ready_at,"
                    + " items, state, attempts, fence, remark, changed_by) select member_id, member_id, community_id,"
                    + " 'NUDGE', '" + day + "', now(3), now(3), (select group_concat(concat('h ', person_id, ' " + day
                    + "') separator ',') from person where person.member_id = member.member_id), 'PLANNED', 0, 0, '',"
                    + " 0 from member order by member_id limit " + members);
            statement.execute("update letter join promise using (member_id) set items = concat('k ', promise_id, ' ',"
                    + " person_id, ' " + day + ",', items)");
        }
    }

    private void member(int number, Instant now) {
        var account = new Account("slack", "T" + number / workspace, "U" + number);
        var opening = new Opening(
                account, "Member " + number, Optional.of(ZoneId.of("UTC")), "begin " + number, now, List.of());
        store.as(opening, notebook -> {
            begin(notebook, now);
            return new Reply.Done(Message.of("Noted."));
        });
    }

    private static void begin(Notebook notebook, Instant now) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var member = notebook.member();
        notebook.save(
                member.with(member.nudge().on(true)).with(member.progress().turnedOn(day)));
        for (var name : List.of("Dana Ortiz", "Lee Ko")) {
            var person = notebook.people().add(name, Optional.empty(), false, day);
            notebook.people().save(person.with(Keeping.NONE.every(MONTHLY, day, day, day)));
            notebook.meetings()
                    .add(
                            person.id(),
                            day.minusWeeks(5),
                            Optional.empty(),
                            Optional.of("Blue Bottle"),
                            Optional.of("moving to fintech in May, asked about visas"),
                            now);
            if (name.startsWith("Dana")) {
                notebook.promises()
                        .add(person.id(), day, Promise.Kind.SHARE, Optional.of("send the visa article"), day);
            }
        }
    }
}
