package bot.perennial.discord;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Token;
import bot.perennial.core.message.Choice;
import bot.perennial.discord.Communities.Typed;
import bot.perennial.discord.Exchange.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;

/** Hands what people do on Discord to the bot; the only class that sees these events. */
final class SlashListener extends ListenerAdapter {
    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_CHOICES = 25;
    private static final int LONGEST_EXCERPT = 200;
    private final Bot bot;
    private final Duration patience;
    private final Communities communities;
    private final UnderWay underWay = new UnderWay();

    SlashListener(Bot bot, Duration patience) {
        this.bot = bot;
        this.patience = patience;
        this.communities = new Communities(bot);
    }

    /** Begins nothing more, and waits for what was begun; false if that takes too long. */
    boolean end(Duration within) throws InterruptedException {
        return underWay.end(within);
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        typed(event, new Typed(event.getFullCommandName(), account -> DiscordArguments.values(event, account)));
    }

    @Override
    public void onUserContextInteraction(UserContextInteractionEvent event) {
        typed(
                event,
                new Typed(
                        "met",
                        account -> Map.of("who", List.of(DiscordArguments.mention(account, event.getTarget())))));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        var message = event.getTarget();
        var about = DiscordText.label(message.getContentRaw(), LONGEST_EXCERPT);
        typed(
                event,
                new Typed(
                        "followup",
                        account -> Map.of(
                                "who",
                                List.of(DiscordArguments.mention(account, message.getAuthor())),
                                "about",
                                List.of(new Token.Text(about)))));
    }

    private void typed(IReplyCallback event, Typed typed) {
        underWay.carryOut(() -> Exchange.typed(event).answer(() -> communities.answer(event, typed), patience));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        pressed(event, CustomId.read(event.getComponentId()), "");
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        var id = CustomId.read(event.getComponentId());
        pressed(event, id, (id.line().isEmpty() ? "" : " ") + String.join(" ", event.getValues()));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        var id = CustomId.read(event.getModalId());
        var gesture = DiscordArguments.gesture(event, id.workspace());
        var answers = DiscordForms.answers(event);
        underWay.carryOut(() -> Exchange.sent(event, id.mark())
                .answer(
                        () -> new Answer(
                                DiscordForms.givenBack(bot.sent(gesture, id.line(), answers), answers),
                                DiscordArguments.carried(event, gesture.account())),
                        patience));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        var typed = event.getFocusedOption();
        var choices = CompletableFuture.supplyAsync(
                        () -> bot.complete(
                                communities.looking(event),
                                event.getFullCommandName(),
                                typed.getName(),
                                typed.getValue()),
                        task -> Thread.ofVirtual().start(task))
                .completeOnTimeout(List.of(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(bug -> List.of())
                .join();
        event.replyChoices(shown(choices))
                .timeout(Exchange.FIRST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .queue(done -> {}, late -> {});
    }

    private void pressed(ComponentInteraction event, CustomId id, String chosen) {
        var line = id.line() + chosen;
        underWay.carryOut(() -> Exchange.pressed(event)
                .answer(
                        () -> line.startsWith(Communities.HERE)
                                ? communities.chosen(event, line)
                                : pressed(event, id.workspace(), line),
                        patience));
    }

    private Answer pressed(ComponentInteraction event, String workspace, String line) {
        var gesture = DiscordArguments.gesture(event, workspace);
        return new Answer(bot.pressed(gesture, line), DiscordArguments.carried(event, gesture.account()));
    }

    private static List<Command.Choice> shown(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.value().length() <= LONGEST_CHOICE)
                .limit(MOST_CHOICES)
                .map(choice -> new Command.Choice(DiscordText.label(choice.label(), LONGEST_CHOICE), choice.value()))
                .toList();
    }
}
