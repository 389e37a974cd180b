package bot.perennial.app.console;

import bot.perennial.core.command.Bot;
import bot.perennial.core.message.Block;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** A conversation with the bot, line by line, until the input ends. */
public final class Console {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}([,\\s]+\\d{1,3})*");

    private final Screen screen;
    private final Bot bot;
    private final ConsoleClock clock;
    private final ConsoleCourier courier;
    private final ConsoleMembers members;
    private final Passage passage;
    private final ReentrantLock turn = new ReentrantLock();
    private List<Pressable> pressables = List.of();

    /** With whoever speaks first, and the rounds that plan what is due and deliver it. */
    public Console(
            Screen screen,
            Bot bot,
            Store store,
            ConsoleCourier courier,
            Runnable rounds,
            ConsoleClock clock,
            ZoneId zone,
            String speaker) {
        this.screen = screen;
        this.bot = bot;
        this.clock = clock;
        this.courier = courier;
        this.members = new ConsoleMembers(speaker, zone);
        this.passage = new Passage(store, rounds, clock);
    }

    /** Talks until the input ends or somebody quits. */
    public void run() {
        if (clock.moved()) {
            screen.show("This console's clock was moved; it shows " + now().format(MOMENT) + ".");
        }
        var line = screen.read(prompt());
        while (line.isPresent() && inTurn(line.get().strip())) {
            line = screen.read(prompt());
        }
    }

    /** Lets what has come due arrive while nobody types; nothing happens while a line is being answered. */
    public void look() {
        if (turn.tryLock()) {
            try {
                catchUp();
            } finally {
                turn.unlock();
            }
        }
    }

    private boolean inTurn(String line) {
        turn.lock();
        try {
            return hear(line);
        } finally {
            turn.unlock();
        }
    }

    private boolean hear(String line) {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        if (line.startsWith("/")) {
            command(line);
        } else if (NUMBERS.matcher(line).matches()) {
            press(List.of(line.split("[,\\s]+")));
        } else {
            switch (words[0].toLowerCase(Locale.ROOT)) {
                case "quit", "exit" -> {
                    return false;
                }
                case "" -> {}
                case "help" -> screen.show(ConsoleHelp.text(bot.specs()));
                case "time" -> time(rest);
                case "as" -> as(rest);
                default -> {
                    if (!line.startsWith("#")) {
                        screen.show(
                                "Commands begin with /, such as /met Ana at PyCon - likes jazz. Type help for all of them.");
                    }
                }
            }
        }
        return true;
    }

    private void command(String line) {
        catchUp();
        remember();
        var words = line.substring(1).split("\\s+", 2);
        var text = words.length > 1 ? words[1] : "";
        answer(bot.typed(members.gesture(), words[0].toLowerCase(Locale.ROOT), members.tokens(text)), Optional.empty());
    }

    private void press(List<String> numbers) {
        var chosen = numbers.stream().map(Integer::parseInt).toList();
        if (chosen.stream().anyMatch(number -> number < 1 || number > pressables.size())) {
            screen.show(
                    pressables.isEmpty()
                            ? "There is nothing to press just now."
                            : "Press a number from 1 to " + pressables.size() + ".");
            return;
        }
        var first = pressables.get(chosen.getFirst() - 1);
        switch (first) {
            case Pressable.Once(String line, Message message, int block) when chosen.size() == 1 -> send(line, first);
            case Pressable.Once once -> screen.show("One number at a time; only the choices of one list go together.");
            case Pressable.Pick(String line, String value, int most, Message message, int block) ->
                pick(line, most, chosen, first);
        }
    }

    private void pick(String line, int most, List<Integer> chosen, Pressable first) {
        var values = chosen.stream()
                .flatMap(number -> pressables.get(number - 1) instanceof Pressable.Pick pick
                                && pick.line().equals(line)
                        ? Optional.of(pick.value()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
        if (values.size() < chosen.size() || values.size() > most) {
            screen.show("Choose at most " + most + " from that one list.");
            return;
        }
        send(line + " " + String.join(" ", values), first);
    }

    private void send(String line, Pressable pressed) {
        remember();
        answer(bot.pressed(members.gesture(), line), Optional.of(pressed));
    }

    private void answer(Reply reply, Optional<Pressable> pressed) {
        switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> show(placed(message, place, pressed));
            case Reply.Refused(Message message, String option) -> show(message);
            case Reply.Ask(var form) -> {
                switch (new ConsoleForm(screen).fill(form)) {
                    case ConsoleForm.Filled.Complete(Map<String, String> answers) ->
                        answer(bot.sent(members.gesture(), form.line(), answers), pressed);
                    case ConsoleForm.Filled.Left(String command) -> command(command);
                    case ConsoleForm.Filled.Dropped() -> screen.show("Nothing was sent.");
                }
            }
        }
        arrivals();
    }

    /** The answer as it stands once it has taken its place. */
    private static Message placed(Message answer, Reply.Place place, Optional<Pressable> pressed) {
        return switch (place) {
            case WHOLE, BESIDE -> answer;
            case ENTRY ->
                pressed.map(where -> replaced(where.message(), where.block(), answer))
                        .orElse(answer);
        };
    }

    private static Message replaced(Message whole, int at, Message part) {
        var blocks = new ArrayList<Block>(whole.blocks());
        blocks.remove(at);
        blocks.addAll(at, part.blocks());
        return new Message(blocks);
    }

    private void time(String words) {
        if (words.isBlank()) {
            screen.show("It is " + now().format(MOMENT) + " in " + members.zone() + ".");
            return;
        }
        var moment = Moments.read(words, now());
        if (moment.isEmpty()) {
            screen.show("I couldn't read that as a time. Try time +2w, time +3h, or time 2026-12-01T08:30.");
        } else if (moment.get().isBefore(now()) && clock.used()) {
            screen.show("The clock only goes forward, because something may be noted already. It is "
                    + now().format(MOMENT) + ".");
        } else {
            try {
                pass(moment.get());
            } catch (Store.NotSaved e) {
                screen.show("The database can't be reached. Nothing is lost; try again in a moment.");
            }
        }
    }

    private void pass(ZonedDateTime moment) {
        if (!passage.alone()) {
            screen.show("Members of Slack or Discord are in this database too, and their nudges must not follow this"
                    + " console's clock. Unset PERENNIAL_DATABASE_URL for a database of its own.");
            return;
        }
        if (moment.isBefore(now())) {
            clock.moveTo(moment.toInstant());
        }
        passage.to(moment.toInstant(), this::arrivals);
        remember();
        screen.show("It is " + now().format(MOMENT) + ".");
    }

    private void as(String name) {
        if (name.isBlank()) {
            screen.show("Who speaks? Type as and a name, such as: as Ben");
            return;
        }
        members.as(ConsoleMarkup.clean(name.strip()));
        screen.show("Now speaking: " + members.name(members.speaker()));
    }

    /** What has come due while nobody typed. */
    private void catchUp() {
        try {
            if (passage.alone()) {
                passage.to(clock.instant(), this::arrivals);
            }
        } catch (Store.NotSaved e) {
            // whoever types meanwhile is told; it comes once the database is back
        }
    }

    private void arrivals() {
        var arrived = courier.arrived();
        if (arrived.isEmpty()) {
            return;
        }
        var markup = new ConsoleMarkup(screen.styled());
        for (var arrival : arrived) {
            var to = arrival.to().equals(members.speaker()) ? "you" : members.name(arrival.to());
            screen.show("--- " + now().format(MOMENT) + ", a message to " + ConsoleMarkup.clean(to) + " ---");
            screen.show(markup.text(arrival.message()) + "\n");
        }
        pressables = markup.pressables();
    }

    private void show(Message message) {
        var markup = new ConsoleMarkup(screen.styled());
        screen.show(markup.text(message) + "\n");
        pressables = markup.pressables();
    }

    private void remember() {
        try {
            clock.keep();
        } catch (IOException e) {
            throw new UncheckedIOException("The console's clock could not be written down", e);
        }
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(members.zone());
    }

    private String prompt() {
        return ConsoleMarkup.clean(members.name(members.speaker())) + "> ";
    }
}
