package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** R3: whatever a gesture wrote, undoing it leaves what is stored of its owner as it was, to the byte. */
public abstract class UndoneGesturesContract {
    private static final Account OWNER = new Account("test", "home", "sam");
    private static final Account MENTIONED = new Account("test", "home", "mia");

    private final MovableTime time = new MovableTime("2026-03-02T07:00:00Z");
    private final List<String> different = new ArrayList<>();
    private int undone;

    protected abstract Store store();

    /** What is stored of one member, but for what is remembered about their gestures themselves. */
    protected abstract String noted(Account owner);

    /** How many buttons in a row are pressed under each answer before everything is undone, the last one first. */
    protected int depth() {
        return 0;
    }

    @Test
    void leaveTheOwnersRowsAsTheyWere() {
        var watched = new Watched(store());
        var bot = new Bot(Commands.all(), watched, time);
        var every = EveryGesture.of(bot, time, OWNER, MENTIONED, 1);
        for (var line : every.lines()) {
            undo(line, depth(), watched, bot, every, () -> bot.pressed(every.gesture(OWNER), line));
        }
        every.forms()
                .forEach((line, fields) -> undo(
                        line,
                        depth(),
                        watched,
                        bot,
                        every,
                        () -> bot.sent(every.gesture(OWNER), line, EveryGesture.answers(fields))));
        assertThat(different).isEmpty();
        assertThat(undone).isGreaterThan(30);
    }

    private void undo(String done, int more, Watched watched, Bot bot, EveryGesture every, Supplier<Reply> work) {
        var before = noted(OWNER);
        var reply = work.get();
        var gesture = watched.last;
        if (more > 0) {
            for (var button : buttons(reply)) {
                undo(
                        done + " then " + button.line(),
                        more - 1,
                        watched,
                        bot,
                        every,
                        () -> bot.pressed(every.gesture(OWNER), button.line()));
            }
        }
        if (noted(OWNER).equals(before)) {
            return;
        }
        var answer = bot.pressed(every.gesture(OWNER), "/undo " + Long.toString(gesture, Character.MAX_RADIX));
        undone++;
        if (!noted(OWNER).equals(before)) {
            different.add(done + ", its undoing was answered " + answer + "\nbefore: " + besides(before, noted(OWNER))
                    + "\nafter: " + besides(noted(OWNER), before));
        }
    }

    private static List<String> besides(String rows, String others) {
        var known = others.lines().toList();
        return rows.lines().filter(row -> !known.contains(row)).toList();
    }

    private static List<Control.Button> buttons(Reply reply) {
        return switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> message.buttons();
            case Reply.Refused(Message message, String option) -> message.buttons();
            case Reply.Ask ask -> List.of();
        };
    }

    /** A store of which one learns by which id the last gesture can be undone. */
    private static final class Watched implements Store {
        private final Store store;
        private long last;

        Watched(Store store) {
            this.store = store;
        }

        @Override
        public Reply as(Opening opening, Function<Notebook, Reply> work) {
            return store.as(opening, notebook -> {
                last = notebook.gesture();
                return work.apply(notebook);
            });
        }

        @Override
        public <T> T look(Account owner, Function<Notebook, T> work) {
            return store.look(owner, work);
        }

        @Override
        public List<Account> notebooks(Account owner) {
            return store.notebooks(owner);
        }

        @Override
        public <T> T backstage(Function<Backstage, T> work) {
            return store.backstage(work);
        }
    }
}
