package bot.perennial.discord;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.discord.Exchange.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;

/**
 * Whose notebook a command is about that was typed in the bot's own direct messages, where no server is in sight: that
 * of the only community that knows the member. If several do the member is asked, and nothing is stored before.
 */
final class Communities {
    /** What the buttons of the question type, with a community and the gesture that waits for it. */
    static final String HERE = "/here ";

    private static final int MOST_WAITING = 1_000;
    private static final int MOST_BUTTONS = 20;

    private final Bot bot;
    private final Map<String, Waiting> waiting = Collections.synchronizedMap(new Latest());

    /** A command as it was typed; whom it mentions belongs to the community that it is about. */
    record Typed(String path, Function<Account, Map<String, List<Token>>> values) {}

    /** A command that waits until its member has said where it belongs. */
    private record Waiting(Gesture gesture, Typed typed) {}

    /** The commands that were typed last: a question that was left open for long is not answered any more. */
    private static final class Latest extends LinkedHashMap<String, Waiting> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > MOST_WAITING;
        }
    }

    Communities(Bot bot) {
        this.bot = bot;
    }

    Answer answer(Interaction interaction, Typed typed) {
        var gesture = DiscordArguments.gesture(interaction, "");
        if (!alone(interaction)) {
            return in(gesture, typed, DiscordArguments.home(interaction));
        }
        var known = bot.communities(gesture);
        if (known.isEmpty()) {
            return new Answer(bot.unsaved(typed.path(), typed.values().apply(gesture.account())), "");
        }
        if (known.get().size() > 1) {
            waiting.put(key(gesture, gesture.id()), new Waiting(gesture, typed));
            return new Answer(ask(interaction.getJDA(), gesture, known.get()), "");
        }
        return in(known.get().stream().findFirst().map(gesture::in).orElse(gesture), typed, "");
    }

    /** Carries out what waited for the answer that a pressed button gives. */
    Answer chosen(Interaction interaction, String line) {
        var words = line.substring(HERE.length()).split(" ", -1);
        var presser = DiscordArguments.gesture(interaction, "");
        var found = words.length == 2 ? waiting.get(key(presser, words[1])) : null;
        if (found == null) {
            return new Answer(
                    new Reply.Refused(Message.of(
                            "I don't remember what you typed any more. Nothing stored: please type it again.")),
                    "");
        }
        var answer = in(found.gesture().in(words[0]), found.typed(), "");
        if (answer.reply() instanceof Reply.Done) {
            waiting.remove(key(presser, words[1]));
        }
        return answer;
    }

    /** A gesture that only looks, such as a completion; where the member would be asked it sees what is theirs alone. */
    Gesture looking(Interaction interaction) {
        var gesture = DiscordArguments.gesture(interaction, "");
        return alone(interaction)
                ? bot.communities(gesture)
                        .filter(known -> known.size() == 1)
                        .map(known -> gesture.in(known.getFirst()))
                        .orElse(gesture)
                : gesture;
    }

    private Answer in(Gesture gesture, Typed typed, String home) {
        var account = gesture.account();
        return new Answer(
                bot.filled(gesture, typed.path(), typed.values().apply(account)),
                DiscordArguments.carried(account.workspace(), home));
    }

    private static Reply ask(JDA jda, Gesture gesture, List<String> communities) {
        var buttons = communities.stream()
                .limit(MOST_BUTTONS)
                .<Control>map(
                        community -> new Control.Button(name(jda, community), HERE + community + " " + gesture.id()))
                .toList();
        return new Reply.Refused(Message.EMPTY.entry(
                Line.of("You keep more than one notebook. Which one is this for? Nothing stored yet."), buttons));
    }

    private static String name(JDA jda, String community) {
        return community.equals(DiscordArguments.PERSONAL)
                ? "Mine, outside servers"
                : Optional.ofNullable(jda.getGuildById(community))
                        .map(Guild::getName)
                        .orElse("A server that I left");
    }

    private static boolean alone(Interaction interaction) {
        return interaction.getContext() == InteractionContextType.BOT_DM;
    }

    private static String key(Gesture gesture, String id) {
        return gesture.account().user() + " " + id;
    }
}
