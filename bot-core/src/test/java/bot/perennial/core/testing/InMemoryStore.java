package bot.perennial.core.testing;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A memory without a database that keeps every promise of the real one; one piece of work at a time. */
public final class InMemoryStore implements Store {
    private final NavigableMap<Key, Row> rows = new TreeMap<>();
    private final Map<Key.Kind, Long> last = new EnumMap<>(Key.Kind.class);
    private final Set<Long> taken = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final int rehearsals;
    private volatile boolean down;
    private volatile boolean losing;

    public InMemoryStore() {
        this(0);
    }

    private InMemoryStore(int rehearsals) {
        this.rehearsals = rehearsals;
    }

    /** A store that runs every gesture's work, throws it away and runs it again, as happens after a deadlock. */
    public static InMemoryStore rehearsing() {
        return new InMemoryStore(1);
    }

    @Override
    public Reply as(Opening opening, Function<Notebook, Reply> work) {
        var reply = alone(() -> {
            for (var run = 0; run < rehearsals; run++) {
                var rehearsal = begin();
                try {
                    told(rehearsal, opening, work);
                } finally {
                    rehearsal.rollBack();
                }
            }
            return committed(transaction -> told(transaction, opening, work));
        });
        if (losing) {
            losing = false;
            throw new PerhapsSaved(new IOException("The answer was lost"));
        }
        return reply;
    }

    @Override
    public <T> T look(Account owner, Function<Notebook, T> work) {
        return alone(() -> {
            var transaction = begin();
            try {
                return work.apply(InMemoryNotebook.open(transaction, owner, "", Optional.empty()));
            } finally {
                transaction.rollBack();
            }
        });
    }

    @Override
    public List<Account> notebooks(Account owner) {
        return alone(() -> rows.values().stream()
                .flatMap(row -> row instanceof Row.Known known ? Stream.of(known.account()) : Stream.of())
                .filter(account -> account.platform().equals(owner.platform())
                        && account.user().equals(owner.user()))
                .toList());
    }

    @Override
    public <T> T backstage(Function<Backstage, T> work) {
        return alone(() -> committed(transaction -> {
            var takenBefore = Set.copyOf(taken);
            try {
                return work.apply(new InMemoryBackstage(transaction, taken));
            } finally {
                taken.retainAll(takenBefore);
            }
        }));
    }

    /** From now on ids are as long as they come: a fake's own are short, a server's are not. */
    public void countFrom(long id) {
        alone(() -> {
            for (var kind : Key.Kind.values()) {
                last.put(kind, id);
            }
            return true;
        });
    }

    /** Everything that is stored, for comparing before and after. */
    public String snapshot() {
        return alone(() -> rows.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }

    /** Everything that is stored of one member. */
    public String snapshot(Account owner) {
        return snapshot(owner, key -> true);
    }

    /** Everything that is stored of one member, but for what is remembered about their gestures themselves. */
    public String notes(Account owner) {
        return snapshot(owner, key -> key.kind() != Key.Kind.GESTURE && key.kind() != Key.Kind.UNDONE);
    }

    private String snapshot(Account owner, Predicate<Key> which) {
        return alone(() -> {
            var id = rows.entrySet().stream()
                    .filter(row -> row.getValue() instanceof Row.Known known
                            && known.account().equals(owner))
                    .map(row -> row.getKey().owner())
                    .findFirst();
            return rows.entrySet().stream()
                    .filter(row -> id.equals(Optional.of(row.getKey().owner())))
                    .filter(row -> which.test(row.getKey()))
                    .map(Object::toString)
                    .collect(Collectors.joining("\n"));
        });
    }

    /** From now on nothing can be stored or read. */
    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    /** The next gesture is stored, but nobody learns of it. */
    public void loseNextAnswer() {
        losing = true;
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            if (down) {
                throw new NotSaved(new IOException("The store is down"));
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Transaction begin() {
        return new Transaction(rows, last);
    }

    private <T> T committed(Function<Transaction, T> work) {
        var transaction = begin();
        var done = false;
        try {
            var answer = work.apply(transaction);
            done = true;
            return answer;
        } finally {
            if (!done) {
                transaction.rollBack();
            }
        }
    }

    private static Reply told(Transaction transaction, Opening opening, Function<Notebook, Reply> work) {
        var notebook = InMemoryNotebook.open(transaction, opening.owner(), opening.ownerName(), opening.zone());
        var first = notebook.told(opening.gesture());
        if (first.isPresent()) {
            transaction.rollBack();
            return first.get().answer();
        }
        var reply = work.apply(notebook);
        var changes = transaction.changes();
        if (reply instanceof Reply.Done && !changes.isEmpty()) {
            notebook.remember(new Row.Told(opening.gesture(), opening.at(), reply, changes));
        } else {
            transaction.rollBack();
        }
        return reply;
    }
}
