package bot.perennial.discord;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Token;
import bot.perennial.core.message.Choice;
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
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;

/** Hands what people do on Discord to the bot; the only class that sees these events. */
final class SlashListener extends ListenerAdapter {
    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_CHOICES = 25;
    private static final int LONGEST_EXCERPT = 200;
    private final Bot bot;
    private final Duration patience;

    SlashListener(Bot bot, Duration patience) {
        this.bot = bot;
        this.patience = patience;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        var gesture = DiscordArguments.gesture(event, "");
        var work = Exchange.typed(event);
        work.answer(
                () -> bot.filled(
                        gesture, event.getFullCommandName(), DiscordArguments.values(event, gesture.account())),
                patience);
    }

    @Override
    public void onUserContextInteraction(UserContextInteractionEvent event) {
        var gesture = DiscordArguments.gesture(event, "");
        var who = List.of(DiscordArguments.mention(gesture.account(), event.getTarget()));
        Exchange.typed(event).answer(() -> bot.filled(gesture, "met", Map.of("who", who)), patience);
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        var gesture = DiscordArguments.gesture(event, "");
        var message = event.getTarget();
        var who = List.of(DiscordArguments.mention(gesture.account(), message.getAuthor()));
        var about = DiscordText.label(message.getContentRaw(), LONGEST_EXCERPT);
        var values = Map.of("who", who, "about", List.<Token>of(new Token.Text(about)));
        Exchange.typed(event).answer(() -> bot.filled(gesture, "followup", values), patience);
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
        Exchange.sent(event, DiscordArguments.carried(event, gesture.account()), id.mark())
                .answer(() -> bot.sent(gesture, id.line(), DiscordForms.answers(event)), patience);
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        var typed = event.getFocusedOption();
        var gesture = DiscordArguments.gesture(event, "");
        var choices = CompletableFuture.supplyAsync(
                        () -> bot.complete(gesture, event.getFullCommandName(), typed.getName(), typed.getValue()),
                        task -> Thread.ofVirtual().start(task))
                .completeOnTimeout(List.of(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(bug -> List.of())
                .join();
        event.replyChoices(shown(choices))
                .timeout(Exchange.FIRST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .queue(done -> {}, late -> {});
    }

    private void pressed(ComponentInteraction event, CustomId id, String chosen) {
        var gesture = DiscordArguments.gesture(event, id.workspace());
        Exchange.pressed(event, DiscordArguments.carried(event, gesture.account()))
                .answer(() -> bot.pressed(gesture, id.line() + chosen), patience);
    }

    private static List<Command.Choice> shown(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.value().length() <= LONGEST_CHOICE)
                .limit(MOST_CHOICES)
                .map(choice -> new Command.Choice(DiscordText.label(choice.label(), LONGEST_CHOICE), choice.value()))
                .toList();
    }
}
