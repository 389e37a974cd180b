package bot.perennial.core.testing;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * All that one member could type, press and send, made from the specs of all commands after the member has noted much;
 * every note has the canary in it. For others to try.
 */
public final class EveryGesture {
    public static final String CANARY = "canary";
    private static final Pattern ID = Pattern.compile("~([0-9a-z]{1,13})(?![0-9a-z])");

    private final Bot bot;
    private final MovableTime time;
    private final Account owner;
    private final Set<String> lines = new LinkedHashSet<>();
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();
    private int gestures;

    private EveryGesture(Bot bot, MovableTime time, Account owner) {
        this.bot = bot;
        this.time = time;
        this.owner = owner;
    }

    /**
     * Lets the owner note much.
     *
     * @param mentioned whom the owner points at in a note
     * @param guesses how many ids are tried with each command that takes one
     */
    public static EveryGesture of(Bot bot, MovableTime time, Account owner, Account mentioned, int guesses) {
        var all = new EveryGesture(bot, time, owner);
        all.note(mentioned);
        all.guess(guesses);
        return all;
    }

    /** Lines to type or to press. */
    public Set<String> lines() {
        return lines;
    }

    /** The lines of forms, with the names of their fields. */
    public Map<String, Set<String>> forms() {
        return forms;
    }

    /** Something to send in each field of a form. */
    public static Map<String, String> answers(Set<String> fields) {
        var answers = new LinkedHashMap<String, String>();
        fields.forEach(field -> answers.put(field, field.equals("when") ? "yesterday" : "mine"));
        return answers;
    }

    /** The next gesture of somebody; nobody is asked to wait. */
    public Gesture gesture(Account account) {
        gestures++;
        time.pass(Duration.ofSeconds(2));
        return new Gesture(account, "every-" + gestures, "", Optional.of(ZoneId.of("UTC")), "");
    }

    private void note(Account mentioned) {
        for (var line : List.of(
                "met Dana Ortiz at canary cafe - canary wants visa advice #canary next:2w",
                "met Dana Wu - canary two",
                "met Dana - canary three",
                "met Ana canary, Ben canary, Cleo canary, Dev canary at PyCon",
                "followup dana ortiz fri - canary article kind:share",
                "followup dana ortiz every 2w",
                "followup ana canary tomorrow",
                "people edit dana ortiz needs:canary need offers:canary offer upto:canary move")) {
            collect(bot.pressed(gesture(owner), "/" + line), 2);
        }
        var mention = new Token.Mention(new Who.Mentioned(mentioned, "Mia canary"));
        collect(bot.typed(gesture(owner), "met", List.of(mention, new Token.Text(" - canary of Mia"))), 2);
        for (var spec : bot.specs()) {
            lines.add("/" + spec.path());
            lines.addAll(spec.examples());
            for (var example : spec.examples()) {
                collect(bot.pressed(gesture(owner), example), 1);
            }
        }
        time.pass(Duration.ofDays(1));
        for (var line : List.of(
                "/people",
                "/people ana canary",
                "/people quiet",
                "/followup",
                "/nudge",
                "/nudge settings",
                "/nudge why")) {
            collect(bot.pressed(gesture(owner), line), 1);
        }
    }

    /** Lines that nobody was shown, with ids that others were shown, and their neighbours. */
    private void guess(int most) {
        var ids = new TreeSet<Long>();
        lines.forEach(line -> ID.matcher(line)
                .results()
                .map(found -> Long.parseLong(found.group(1), Character.MAX_RADIX))
                .forEach(id -> ids.addAll(List.of(id - 1, id, id + 1))));
        var each = Math.max(1, ids.size() / most);
        var chosen = List.copyOf(ids);
        for (var command : Commands.all()) {
            var spec = command.spec();
            for (var at = 0; at < chosen.size() && !spec.visible(); at += each) {
                var id = Long.toString(chosen.get(at), Character.MAX_RADIX);
                var line = new StringBuilder("/" + spec.path());
                for (var option : spec.options()) {
                    line.append(
                            switch (option.kind()) {
                                case Kind.Id kind -> " " + id;
                                case Kind.Someone kind -> " ~" + id;
                                case Kind.OneOf(var choices) ->
                                    " " + choices.getFirst().value();
                                case Kind<?> kind -> "";
                            });
                }
                lines.add(line.toString());
            }
        }
    }

    /** Remembers all that can be pressed or sent, and presses what leads on. */
    private void collect(Reply reply, int depth) {
        switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> collect(message, depth);
            case Reply.Refused(Message message, String option) -> collect(message, depth);
            case Reply.Ask(var form) ->
                forms.computeIfAbsent(form.line(), line -> new LinkedHashSet<>())
                        .addAll(form.fields().stream()
                                .map(field -> field.name())
                                .toList());
        }
    }

    private void collect(Message message, int depth) {
        for (var button : message.buttons()) {
            // a line that carries the owner's words is only ever shown to the owner
            if (!button.line().contains(CANARY) && lines.add(button.line()) && depth > 0 && leadsOn(button.line())) {
                collect(bot.pressed(gesture(owner), button.line()), depth - 1);
            }
        }
        for (var block : message.blocks()) {
            if (block instanceof Block.Entry entry) {
                entry.controls().stream()
                        .filter(Control.Picks.class::isInstance)
                        .map(Control.Picks.class::cast)
                        .forEach(picks -> lines.add(
                                picks.line() + " " + picks.choices().getFirst().value()));
            }
        }
    }

    /** Not what takes away what others are to try to reach. */
    private static boolean leadsOn(String line) {
        return !line.startsWith("/undo") && !line.startsWith("/forget") && !line.endsWith(" stop");
    }
}
