package bot.perennial.slack;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands' other doors: Slack takes no slash command in a thread, but offers these on any message. */
final class SlackShortcuts {
    private static final int LONGEST_EXCERPT = 300;

    /**
     * A shortcut as the manifest registers it.
     *
     * @param command what choosing it types
     */
    record Shortcut(String id, String type, String name, String description, String command) {}

    static final Shortcut LOG =
            new Shortcut("log_a_meeting", "global", "Log a meeting", "Remember someone you just met", "met");
    static final Shortcut REMEMBER = new Shortcut(
            "remember_this_person", "message", "Remember this person", "Note who wrote this, and what", "met");
    static final Shortcut FOLLOW_UP = new Shortcut(
            "follow_up_on_this", "message", "Follow up on this", "Be reminded of who wrote this, and what", "followup");
    static final List<Shortcut> ALL = List.of(LOG, REMEMBER, FOLLOW_UP);

    private final Bot bot;
    private final SlackCommands commands;
    private final SlackText text;

    SlackShortcuts(Bot bot, SlackCommands commands, SlackText text) {
        this.bot = bot;
        this.commands = commands;
        this.text = text;
    }

    void register(App app) {
        app.globalShortcut(LOG.id(), this::global);
        app.messageShortcut(REMEMBER.id(), (request, context) -> message(REMEMBER, request, context));
        app.messageShortcut(FOLLOW_UP.id(), (request, context) -> message(FOLLOW_UP, request, context));
    }

    private Response global(GlobalShortcutRequest request, GlobalShortcutContext context) {
        var payload = request.getPayload();
        var account = new Account(
                "slack", payload.getTeam().getId(), payload.getUser().getId());
        var trigger = SlackCommands.known(payload.getTriggerId());
        var spot = new Answers.Spot(account, trigger, "", trigger, Optional.empty());
        commands.carryOut(
                spot,
                SlackCommands.known(payload.getUser().getUsername()),
                gesture -> bot.typed(gesture, LOG.command(), List.of()));
        return context.ack();
    }

    private Response message(Shortcut shortcut, MessageShortcutRequest request, MessageShortcutContext context) {
        var payload = request.getPayload();
        var account = new Account(
                "slack", payload.getTeam().getId(), payload.getUser().getId());
        var trigger = SlackCommands.known(payload.getTriggerId());
        var spot = new Answers.Spot(
                account, trigger, SlackCommands.known(payload.getResponseUrl()), trigger, Optional.empty());
        commands.carryOut(
                spot,
                SlackCommands.known(payload.getUser().getName()),
                gesture -> bot.typed(gesture, shortcut.command(), about(account, payload)));
        return context.ack();
    }

    /** Who wrote the message, and how it begins, in quotes so that nothing in it is taken for an option. */
    private List<Token> about(Account account, MessageShortcutPayload payload) {
        var author = SlackCommands.known(payload.getMessage().getUser());
        if (author.isEmpty()) {
            return List.of(); // an app wrote it: ask whom it is about
        }
        var tokens = new ArrayList<>(text.tokens(account.workspace(), "<@" + author + ">"));
        var excerpt = SafeText.cut(
                        plain(account, SlackCommands.known(payload.getMessage().getText())), LONGEST_EXCERPT)
                .replaceAll("\\s+", " ")
                .replaceAll("[\"“”„«»]", "'")
                .strip();
        if (!excerpt.isEmpty()) {
            tokens.add(new Token.Text(" - \"" + excerpt + "\""));
        }
        return tokens;
    }

    private String plain(Account account, String written) {
        return text.tokens(account.workspace(), written).stream()
                .map(token -> switch (token) {
                    case Token.Text(String words) -> words;
                    case Token.Mention(var who) -> who.name();
                })
                .collect(Collectors.joining());
    }
}
