package bot.perennial.core.command;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Count;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Progress;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one command out in one transaction, and answers whatever becomes of it. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int REFERENCE = 6;

    private final Store store;
    private final InstantSource time;
    private final Quota<Account> members = Quota.ofMembers();
    private final Quota<List<String>> communities = Quota.ofCommunities();

    Desk(Store store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Answers a command; what was typed for it is given back with a refusal, empty when nothing was typed. */
    Reply answer(Gesture gesture, Command command, Written written, String typed) {
        var at = time.instant();
        var account = gesture.account();
        if (!members.allows(account, at)) {
            return Answers.tooFast(typed);
        }
        if (!communities.allows(List.of(account.platform(), account.workspace()), at)) {
            return Answers.tooBusy(typed);
        }
        var opening = new Opening(gesture.account(), gesture.name(), gesture.zone(), gesture.id(), at, written.named());
        return guarded(
                gesture,
                command.spec().path(),
                typed,
                () -> store.as(opening, notebook -> {
                    var reply = run(gesture, command, written, at, typed, notebook);
                    heard(notebook, reply, command.spec().path());
                    return told(notebook, reply, at);
                }));
    }

    Optional<List<String>> communities(Account owner) {
        try {
            return Optional.of(
                    store.notebooks(owner).stream().map(Account::workspace).toList());
        } catch (Store.NotSaved e) {
            LOG.atWarn().addKeyValue("cause", causes(e)).log("not read");
            return Optional.empty();
        }
    }

    /** Gives a gesture's first answer again, or says that it was not saved. */
    Reply check(Gesture gesture, String id) {
        var opening =
                new Opening(gesture.account(), gesture.name(), gesture.zone(), id.strip(), time.instant(), List.of());
        return guarded(
                gesture,
                Answers.CHECK,
                "",
                () -> store.as(
                        opening, notebook -> new Reply.Refused(Message.of("It was not saved. Please type it again."))));
    }

    private static Reply run(
            Gesture gesture, Command command, Written written, Instant at, String typed, Notebook notebook) {
        var spec = command.spec();
        var missing = written.missing();
        if (missing.isPresent()) {
            return written.empty() && spec.visible()
                    ? Answers.form(spec, written)
                    : Answers.missing(missing.get(), spec);
        }
        var today = notebook.member().today(at);
        var arguments = new Arguments();
        for (var entry : written.values().entrySet()) {
            var option = entry.getKey();
            switch (Values.read(option.kind(), entry.getValue(), today)) {
                case Values.Reading.Value(Object value) -> put(arguments, option, value);
                case Values.Reading.Problem(String why, var instead) -> {
                    return Answers.unread(written, option, why, instead, typed);
                }
                case Values.Reading.TooLong(int length, int most) -> {
                    return Answers.tooLong(
                            spec, option, length, most, entry.getValue().text());
                }
            }
        }
        return command.run(new Invocation(gesture, arguments, at, today, typed), notebook);
    }

    /** Who only looked spoke too: mornings left alone are counted anew. Leaving things as they are changes no pace. */
    private static void heard(Notebook notebook, Reply reply, String path) {
        var member = notebook.member();
        var progress = member.progress();
        var waiting = progress.untouched() > 0 || progress.pace() == Progress.Pace.SILENT;
        if (reply instanceof Reply.Done && waiting && !path.equals("fine")) {
            notebook.save(member.with(progress.untouched(0, Progress.Pace.CHOSEN)));
        }
    }

    /** Adds, once, that messages could not reach the member; what they would have said is kept. */
    private static Reply told(Notebook notebook, Reply reply, Instant at) {
        var member = notebook.member();
        var since = member.unreachableSince();
        if (since.isEmpty() || member.progress().toldUnreachable() || !(reply instanceof Reply.Done done)) {
            return reply;
        }
        notebook.save(member.with(member.progress().toldUnreachable(true)));
        var today = member.today(at);
        var kept = notebook.due(today);
        var hellos = kept.stream().allMatch(Item.Hello.class::isInstance);
        var what = hellos ? Count.of(kept.size(), "hello", "hellos") : Count.of(kept.size(), "reminder", "reminders");
        var banner = Line.of("I couldn't message you " + since(member.today(since.get()), today)
                + (kept.isEmpty() ? "; nothing is lost." : ", so I kept " + what + ".")
                + " Allow DMs from this server, or see them here.");
        return new Reply.Done(
                Message.of(banner, new Control.Button("Show", "/nudge today"), new Control.Button("How?", "/nudge dms"))
                        .and(done.message()),
                done.place());
    }

    private static String since(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        return "since "
                + (day.isAfter(today.minusWeeks(1)) && day.isBefore(today)
                        ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        : DayWriter.prose(day, today));
    }

    private Reply guarded(Gesture gesture, String path, String typed, Supplier<Reply> work) {
        var started = System.nanoTime();
        var reply = attempt(gesture, typed, work);
        LOG.atInfo()
                .addKeyValue("command", path)
                .addKeyValue("platform", gesture.account().platform())
                .addKeyValue("outcome", reply.getClass().getSimpleName())
                .addKeyValue("ms", Duration.ofNanos(System.nanoTime() - started).toMillis())
                .log("answered");
        return reply;
    }

    private static Reply attempt(Gesture gesture, String typed, Supplier<Reply> work) {
        try {
            return work.get();
        } catch (Store.NotSaved e) {
            LOG.atWarn().addKeyValue("cause", causes(e)).log("not saved");
            return Answers.notSaved(typed);
        } catch (Store.PerhapsSaved e) {
            LOG.atWarn().addKeyValue("cause", causes(e)).log("perhaps saved");
            return Answers.perhapsSaved(gesture, typed);
        } catch (RuntimeException e) {
            var reference = UUID.randomUUID().toString().substring(0, REFERENCE);
            // the message of an exception may hold what a member wrote, its frames may not
            LOG.atError()
                    .addKeyValue("ref", reference)
                    .addKeyValue("cause", causes(e))
                    .addKeyValue(
                            "frames",
                            List.of(e.getStackTrace()).stream().limit(12).toList())
                    .log("broken");
            return Answers.broken(reference);
        }
    }

    private static String causes(Throwable thrown) {
        var names = new StringBuilder(thrown.getClass().getName());
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" < ").append(cause.getClass().getName());
        }
        return names.toString();
    }

    @SuppressWarnings("unchecked") // Values has just read it by the option's own kind
    private static <T> void put(Arguments arguments, Option<T> option, Object value) {
        arguments.with(option, (T) value);
    }
}
