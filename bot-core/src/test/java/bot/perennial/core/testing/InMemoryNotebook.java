package bot.perennial.core.testing;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.store.History;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Meetings;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.People;
import bot.perennial.core.store.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One member's notebook in memory. */
record InMemoryNotebook(Transaction tx, long owner, boolean newcomer, long gesture) implements Notebook {
    static InMemoryNotebook open(Transaction tx, Account account, String name, Optional<ZoneId> zone) {
        var members = new Members(tx);
        var newcomer = members.idOf(account).isEmpty();
        return new InMemoryNotebook(tx, members.meet(account, name, zone), newcomer, tx.next(Key.Kind.GESTURE));
    }

    Optional<Row.Told> told(String key) {
        return tx.all(Key.Kind.GESTURE, owner, Row.Told.class)
                .filter(told -> told.gesture().equals(key))
                .findFirst();
    }

    void remember(Row.Told told) {
        tx.put(new Key(Key.Kind.GESTURE, owner, gesture), told);
        var members = new Members(tx);
        members.save(owner, members.known(owner).touched(told.at()));
    }

    @Override
    public Member member() {
        var member = new Members(tx).find(owner);
        if (!newcomer) {
            return member;
        }
        return new Member(
                0,
                member.account(),
                member.name(),
                member.zone(),
                member.zoneKnown(),
                member.nudge(),
                member.progress(),
                member.unreachableSince());
    }

    @Override
    public void save(Member member) {
        new Members(tx).save(owner, member);
    }

    @Override
    public void nudgeNext(Optional<LocalDate> day, Optional<Instant> at) {
        new Members(tx).next(owner, day, at);
    }

    @Override
    public People people() {
        return new InMemoryPeople(tx, owner);
    }

    @Override
    public Meetings meetings() {
        return new InMemoryMeetings(tx, owner, gesture);
    }

    @Override
    public Promises promises() {
        return new InMemoryPromises(tx, owner);
    }

    @Override
    public Letters letters() {
        return new InMemoryLetters(tx, owner);
    }

    @Override
    public History history() {
        return new InMemoryHistory(tx, owner);
    }

    @Override
    public List<Item> due(LocalDate day) {
        return new Items(tx, owner).due(day);
    }

    @Override
    public List<Matter> matters(List<Item> items) {
        return new Items(tx, owner).matters(items);
    }
}
