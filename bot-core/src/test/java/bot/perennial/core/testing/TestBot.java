package bot.perennial.core.testing;

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
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bot to talk to in tests. Time stands still until told to pass. */
public final class TestBot implements Courier {
    public static final Account SAM = new Account("test", "home", "sam");

    private final InMemoryStore store = new InMemoryStore();
    private final Deque<Delivery> trouble = new ArrayDeque<>();
    private final List<Message> received = new ArrayList<>();
    private final MovableTime time;
    private final Bot bot;
    private final NudgeRound nudges;
    private final Postman postman;
    private Account speaker = SAM;
    private String name = "Sam";
    private Optional<ZoneId> zone = Optional.of(ZoneId.of("UTC"));
    private Message shown = Message.EMPTY;
    private int gestures;
    private final Deque<Trace> traces = new ArrayDeque<>();
    private Duration heldUp = Duration.ZERO;
    private boolean powerCut;
    private boolean recognising;

    public TestBot(String now) {
        time = new MovableTime(now);
        bot = new Bot(Commands.all(), store, time);
        nudges = new NudgeRound(store, time);
        postman = new Postman(store, List.of(this), this::compose, time);
    }

    /** The zone of everyone's profile from here on. */
    public TestBot in(String newZone) {
        zone = Optional.of(ZoneId.of(newZone));
        return this;
    }

    /** The platform knows nobody's zone from here on. */
    public void withoutZone() {
        zone = Optional.empty();
    }

    /** Someone else speaks from here on. */
    public TestBot as(String user) {
        speaker = new Account("test", speaker.workspace(), user);
        return this;
    }

    /** What the platform calls the speaker from here on. */
    public TestBot called(String newName) {
        name = newName;
        return this;
    }

    /** Speaks in another community from here on. */
    public TestBot from(String workspace) {
        speaker = new Account("test", workspace, speaker.user());
        return this;
    }

    /** Says a line such as "/met Ana at PyCon" and returns the answer as plain text. */
    public String say(String line) {
        return text(reply(line));
    }

    /** Says a line and returns the whole answer. */
    public Reply reply(String line) {
        var before = store.snapshot();
        var words = line.substring(1).split(" ", 2);
        var reply = checked(bot.typed(gesture(), words[0], List.of(new Token.Text(words.length < 2 ? "" : words[1]))));
        if (!(reply instanceof Reply.Done)) {
            assertThat(store.snapshot()).as("stored although refused: " + line).isEqualTo(before);
        }
        return reply;
    }

    /** Presses the first button or menu choice of that label in the message shown last. */
    public String press(String label) {
        return text(checked(bot.pressed(gesture(), line(label))));
    }

    /** The line that the first button or menu choice of that label types. */
    public String line(String label) {
        return shown.buttons().stream()
                .filter(each -> each.label().equals(label))
                .map(Control.Button::line)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " under: " + shown.text() + "\n"
                        + shown.buttons().stream().map(Control.Button::label).toList()));
    }

    /** Sends a form with answers. */
    public String send(Reply.Ask form, Map<String, String> answers) {
        return text(checked(bot.sent(gesture(), form.form().line(), answers)));
    }

    /** Lets time pass, then does what the scheduler would. */
    public void pass(Duration duration) {
        time.pass(duration);
        nudges.run();
        postman.deliverDue();
    }

    /** The texts of what arrived unasked. */
    public List<String> received() {
        return received.stream().map(Message::text).toList();
    }

    /** Begins to listen anew. */
    public void forgetReceived() {
        received.clear();
    }

    /** Looks at the latest message that arrived unasked, so that its buttons can be pressed. */
    public Message open() {
        shown = received.getLast();
        return shown;
    }

    public Message shown() {
        return shown;
    }

    public InMemoryStore store() {
        return store;
    }

    public Bot bot() {
        return bot;
    }

    public MovableTime time() {
        return time;
    }

    public void troubleAhead(Delivery delivery) {
        trouble.add(delivery);
    }

    /** From here on the platform recognises repeats, for a while. */
    public void recogniseRepeats() {
        recognising = true;
    }

    /** What can be seen, one time after the other, of messages that may have arrived; later nothing can. */
    public void willSee(Trace... traces) {
        this.traces.addAll(List.of(traces));
    }

    /** The next message arrives, but the bot dies before it learns so. */
    public void powerCutAfterSending() {
        powerCut = true;
    }

    /** The next round stands still for a while between its claim and its sending. */
    public void holdUp(Duration duration) {
        heldUp = duration;
    }

    public Gesture gesture() {
        gestures++;
        return new Gesture(speaker, "gesture-" + gestures, name, zone, "");
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean recognisesRepeats() {
        return recognising;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.empty();
    }

    @Override
    public synchronized Delivery deliver(Account to, Message message, String key) {
        var next = trouble.isEmpty() ? new Delivery.Sent(key) : trouble.remove();
        if (next instanceof Delivery.Sent) {
            received.add(message);
        }
        if (powerCut) {
            powerCut = false;
            throw new AssertionError("power cut");
        }
        return next;
    }

    @Override
    public synchronized Trace trace(Account to, String key, Instant since) {
        return traces.isEmpty() ? new Trace.Hidden() : traces.remove();
    }

    private Optional<Message> compose(Letter letter, Outbox.Page page, Instant now) {
        time.pass(heldUp);
        heldUp = Duration.ZERO;
        return NudgeWords.compose(letter, page, now);
    }

    private Reply checked(Reply reply) {
        switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> shown = message;
            case Reply.Refused(Message message, String option) -> shown = message;
            case Reply.Ask ask -> assertThat(ask.form().fields()).isNotEmpty();
        }
        return reply;
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> message.text();
            case Reply.Refused(Message message, String option) -> message.text();
            case Reply.Ask(var form) -> form.title();
        };
    }
}
