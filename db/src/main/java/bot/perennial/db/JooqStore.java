package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.Transactions.End;
import bot.perennial.db.Transactions.UnknownOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The memory in MySQL or MariaDB. */
final class JooqStore implements Store {
    private final Transactions gestures;
    private final Transactions rounds;
    private final Sealer sealer;
    private final Ids ids = new Ids();

    JooqStore(Transactions gestures, Transactions rounds, Sealer sealer) {
        this.gestures = gestures;
        this.rounds = rounds;
        this.sealer = sealer;
    }

    @Override
    public Reply as(Opening opening, Function<Notebook, Reply> work) {
        try {
            return gestures.run(tx -> gesture(tx, opening, work));
        } catch (UnknownOutcome e) {
            return learn(opening, e);
        }
    }

    @Override
    public <T> T look(Account owner, Function<Notebook, T> work) {
        var opening = new Opening(owner, "", Optional.empty(), "", Instant.EPOCH, List.of());
        return gestures.run(tx -> {
            var opened = Opened.forReading(tx, opening, ids, sealer);
            return new End<>(work.apply(opened.notebook()), false);
        });
    }

    @Override
    public List<Account> notebooks(Account owner) {
        return gestures.run(tx -> new End<>(
                tx.select(MEMBER.WORKSPACE)
                        .from(MEMBER)
                        .where(MEMBER.PLATFORM.eq(owner.platform()), MEMBER.ACCOUNT.eq(owner.user()))
                        .orderBy(MEMBER.MEMBER_ID)
                        .fetch(row -> new Account(owner.platform(), row.value1(), owner.user())),
                false));
    }

    @Override
    public <T> T backstage(Function<Backstage, T> work) {
        try {
            return rounds.run(tx -> new End<>(work.apply(new JooqBackstage(tx, ids, sealer)), true));
        } catch (UnknownOutcome e) {
            throw new PerhapsSaved(e);
        }
    }

    private End<Reply> gesture(DSLContext tx, Opening opening, Function<Notebook, Reply> work) {
        var opened = Opened.forWriting(tx, opening, ids, sealer);
        if (opened.firstAnswer().isPresent()) {
            return new End<>(opened.firstAnswer().get(), false);
        }
        var notebook = opened.notebook();
        var reply = work.apply(notebook);
        if (reply instanceof Reply.Done done && notebook.changed()) {
            notebook.flush(opening, done);
            return new End<>(reply, true);
        }
        return new End<>(reply, false);
    }

    /** The lost transaction held its member; once they can be held again, it has ended, and its key tells how. */
    private Reply learn(Opening opening, UnknownOutcome unknown) {
        Optional<Reply> answer;
        try {
            answer = gestures.run(
                    tx -> new End<>(Opened.forWriting(tx, opening, ids, sealer).firstAnswer(), false));
        } catch (NotSaved | UnknownOutcome e) {
            throw new PerhapsSaved(unknown);
        }
        return answer.orElseThrow(() -> new NotSaved(unknown));
    }
}
