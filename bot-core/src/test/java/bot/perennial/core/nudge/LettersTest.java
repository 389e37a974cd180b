package bot.perennial.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Opening;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T15: whatever the bot writes unasked goes to the owner of the notebook it is about, and to nobody named in it. */
class LettersTest implements Courier {
    private static final Account SAM = new Account("test", "home", "sam");
    private static final Account KIM = new Account("test", "home", "kim");
    private static final String CANARY = "canary";

    private final InMemoryStore store = new InMemoryStore();
    private final MovableTime time = new MovableTime("2026-03-02T07:00:00Z");
    private final Bot bot = new Bot(Commands.all(), store, time);
    private final List<Brought> brought = new ArrayList<>();
    private int gestures;

    private record Brought(Account to, Message message) {}

    @ParameterizedTest
    @EnumSource
    void reachTheirOwnerOnly(Letter.Kind kind) {
        noteAboutEachOther();
        var day = LocalDate.of(2026, 3, 4);
        time.moveTo(Instant.parse("2026-03-04T09:00:00Z"));
        for (var earlier = 0; earlier < 5; earlier++) {
            new Postman(store, List.of(this), NudgeWords::compose, time).deliverDue();
            time.pass(Duration.ofSeconds(10));
        }
        brought.clear();
        store.as(new Opening(SAM, "", Optional.empty(), "plan", time.instant(), List.of()), notebook -> {
            notebook.letters().cancel(kind);
            notebook.letters().plan(kind, day.toString(), time.instant(), notebook.due(day));
            return new Reply.Done(Message.of("Planned."));
        });
        new Postman(store, List.of(this), NudgeWords::compose, time).deliverDue();
        assertThat(store.<List<Letters.Written>>look(
                        SAM, notebook -> notebook.letters().latest(kind, 1)))
                .extracting(Letters.Written::state)
                .containsExactly(Letters.State.SENT);
        assertThat(brought).isNotEmpty().extracting(Brought::to).containsOnly(SAM);
    }

    /** As the rounds plan them: each of two members who noted much about the other hears of their own notes alone. */
    @Test
    void tellNobodyWhatOthersNotedAboutThem() {
        noteAboutEachOther();
        time.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
        for (var day = 0; day < 30; day++) {
            time.pass(Duration.ofDays(1));
            new NudgeRound(store, time).run();
            new Postman(store, List.of(this), NudgeWords::compose, time).deliverDue();
        }
        assertThat(brought).extracting(Brought::to).contains(SAM, KIM);
        assertThat(brought.toString()).contains("Kim " + CANARY, "sam's " + CANARY, "kim's " + CANARY);
        for (var each : brought) {
            var others = each.to().equals(SAM) ? "kim's " : "sam's ";
            assertThat(each.message().toString()).doesNotContain(others + CANARY);
        }
    }

    private void noteAboutEachOther() {
        for (var owner : List.of(SAM, KIM)) {
            var other = owner.equals(SAM) ? KIM : SAM;
            var name = (other.equals(KIM) ? "Kim " : "Sam ") + CANARY;
            var mention = new Token.Mention(new Who.Mentioned(other, name));
            var canary = owner.user() + "'s " + CANARY;
            type(owner, "met", mention, " at PyCon - " + canary);
            type(owner, "followup", mention, " tomorrow - " + canary + " article");
            type(owner, "followup", mention, " every 2w");
            bot.typed(gesture(owner), "nudge", List.of(new Token.Text("settings on:on days:\"every day\"")));
        }
    }

    private void type(Account owner, String name, Token.Mention mention, String rest) {
        assertThat(bot.typed(gesture(owner), name, List.of(mention, new Token.Text(rest))))
                .isInstanceOf(Reply.Done.class);
    }

    private Gesture gesture(Account owner) {
        gestures++;
        return new Gesture(owner, "g" + gestures, "", Optional.of(ZoneId.of("UTC")), "");
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.empty();
    }

    @Override
    public synchronized Delivery deliver(Account to, Message message, String key) {
        brought.add(new Brought(to, message));
        return new Delivery.Sent(key);
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }
}
