package bot.perennial.core.testing;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the contracts of a store share: a few members, and short ways to let them write and read. */
public abstract class StoreContract {
    protected static final Account SAM = new Account("test", "T1", "U1");
    protected static final Account KIM = new Account("test", "T1", "U2");
    protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    protected static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    protected static final Rhythm MONTHLY = new Rhythm(Period.ofMonths(1));

    private int gestures;

    /** Empty when a test begins, and the same throughout the test. */
    protected abstract Store store();

    /** Lets someone write at an instant. */
    protected final Reply write(Account owner, Instant at, Consumer<Notebook> work) {
        return store().as(opening(owner, at), notebook -> {
            work.accept(notebook);
            return done("Noted.");
        });
    }

    protected final Reply write(Account owner, Consumer<Notebook> work) {
        return write(owner, NOON, work);
    }

    /** Lets someone write, and answers what the work made. */
    protected final <T> T made(Account owner, Instant at, Function<Notebook, T> work) {
        var made = new AtomicReference<@Nullable T>();
        write(owner, at, notebook -> made.set(work.apply(notebook)));
        return Optional.ofNullable(made.get()).orElseThrow();
    }

    protected final <T> T made(Account owner, Function<Notebook, T> work) {
        return made(owner, NOON, work);
    }

    protected final <T> T read(Account owner, Function<Notebook, T> work) {
        return store().look(owner, work);
    }

    protected final <T> List<T> list(Account owner, Function<Notebook, List<T>> work) {
        return store().look(owner, work);
    }

    protected final <T> Optional<T> found(Account owner, Function<Notebook, Optional<T>> work) {
        return store().look(owner, work);
    }

    protected final <T> T rounds(Function<Backstage, T> work) {
        return store().backstage(work);
    }

    /** A gesture unlike any other. */
    protected final Opening opening(Account owner, Instant at) {
        gestures++;
        return opening(owner, "gesture " + gestures, at);
    }

    protected static Opening opening(Account owner, String gesture, Instant at) {
        return new Opening(owner, "", Optional.<ZoneId>empty(), gesture, at, List.of());
    }

    protected static Reply done(String words) {
        return new Reply.Done(Message.of(words));
    }

    protected static Person add(Notebook notebook, String name) {
        return notebook.people().add(name, Optional.empty(), false, MONDAY);
    }

    /** Someone with a hello placed on a day. */
    protected static Person add(Notebook notebook, String name, LocalDate hello) {
        var person = add(notebook, name).with(Keeping.NONE.every(MONTHLY, MONDAY, hello, hello));
        notebook.people().save(person);
        return person;
    }

    /** The id of someone who has written. */
    protected final long idOf(Account owner) {
        return read(owner, notebook -> notebook.member().id());
    }
}
