package bot.perennial.discord;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.ActionComponent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One interaction and its answer, which Discord wants within three seconds: the reply, or a sign that it will come. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    /** How long Discord waits for the first answer to an interaction. */
    static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

    private static final Duration LATE_ANSWER = Duration.ofMinutes(14);
    private static final Message BROKEN =
            Message.of("Something broke on our side. Please look whether it was kept before you do it again.");

    private final IReplyCallback interaction;
    private final DiscordMarkup markup;
    private final Optional<Source> source;

    /** The message that holds what was pressed, and how to find it there. */
    private record Source(
            IMessageEditCallback callback,
            net.dv8tion.jda.api.entities.Message message,
            Predicate<ActionComponent> pressed) {
        /** The id that a form opened from here finds its entry by. */
        int mark() {
            return message.getComponentTree().findAll(ActionComponent.class, pressed).stream()
                    .mapToInt(ActionComponent::getUniqueId)
                    .findFirst()
                    .orElse(0);
        }
    }

    private Exchange(IReplyCallback interaction, String workspace, Optional<Source> source) {
        this.interaction = interaction;
        this.markup = new DiscordMarkup(workspace);
        this.source = source;
    }

    static Exchange typed(IReplyCallback interaction) {
        return new Exchange(interaction, "", Optional.empty());
    }

    static Exchange pressed(ComponentInteraction interaction, String workspace) {
        var source = new Source(interaction, interaction.getMessage(), part -> interaction
                .getComponentId()
                .equals(part.getCustomId()));
        return new Exchange(interaction, workspace, Optional.of(source));
    }

    static Exchange sent(ModalInteraction interaction, String workspace, int mark) {
        var source = Optional.ofNullable(interaction.getMessage())
                .map(message -> new Source(interaction, message, part -> part.getUniqueId() == mark));
        return new Exchange(interaction, workspace, source);
    }

    /** Waits for the reply and shows it; when it takes longer, says so in time and shows it as soon as it is there. */
    void answer(Supplier<Reply> work, Duration patience) {
        var reply = new CompletableFuture<Reply>();
        Thread.ofVirtual().name("discord-gesture").start(() -> run(work, reply));
        try {
            show(reply.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            defer();
            showLate(reply.join());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Supplier<Reply> work, CompletableFuture<Reply> reply) {
        try {
            reply.complete(work.get());
        } catch (RuntimeException bug) {
            // its message may hold what a member wrote, its frames may not
            LOG.atError()
                    .addKeyValue("kind", bug.getClass().getName())
                    .addKeyValue(
                            "frames",
                            List.of(bug.getStackTrace()).stream().limit(12).toList())
                    .log("discord reply failed");
            reply.complete(new Reply.Refused(BROKEN));
        } catch (Error worse) {
            reply.complete(new Reply.Refused(BROKEN));
            throw worse;
        }
    }

    private void show(Reply reply) {
        var edit = edit(reply);
        if (edit.isPresent()) {
            send(source.orElseThrow().callback().editMessage(edit.get()), FIRST_ANSWER);
        } else if (reply instanceof Reply.Ask(Form form) && interaction instanceof IModalCallback callback) {
            var id = new CustomId(markup.workspace(), source.map(Source::mark).orElse(0), form.line());
            send(callback.replyModal(DiscordForms.modal(form, id.fits() ? id : id.marked(0))), FIRST_ANSWER);
        } else {
            send(interaction.reply(markup.create(fresh(reply))).setEphemeral(true), FIRST_ANSWER);
        }
    }

    private void defer() {
        send(
                source.<RestAction<?>>map(shown -> shown.callback().deferEdit())
                        .orElseGet(() -> interaction.deferReply(true)),
                FIRST_ANSWER);
    }

    private void showLate(Reply reply) {
        var hook = interaction.getHook();
        var edit = edit(reply);
        if (edit.isPresent()) {
            send(hook.editOriginal(edit.get()), LATE_ANSWER);
        } else if (source.isEmpty()) {
            send(hook.editOriginal(markup.edit(fresh(reply))), LATE_ANSWER);
        } else {
            send(hook.sendMessage(markup.create(fresh(reply))).setEphemeral(true), LATE_ANSWER);
        }
    }

    /** How the message that was acted in is to change, if it is to. */
    private Optional<MessageEditData> edit(Reply reply) {
        return source.flatMap(shown -> switch (reply) {
            case Reply.Done(Message message, Reply.Place place) ->
                switch (place) {
                    case WHOLE -> Optional.of(markup.edit(message));
                    case ENTRY -> markup.replace(shown.message().getComponents(), shown.pressed(), message);
                    case BESIDE -> Optional.empty();
                };
            case Reply.Refused refused -> Optional.empty();
            case Reply.Ask ask -> Optional.empty();
        });
    }

    /** The reply as a message of its own; a form that can no longer be opened at once gets a button that opens it. */
    private static Message fresh(Reply reply) {
        return switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> message;
            case Reply.Refused(Message message, String option) -> message;
            case Reply.Ask(Form form) ->
                Message.of(Line.of("Press to go on."), new Control.Button(form.title(), form.line()));
        };
    }

    /** An answer that waited longer than anyone waits for it is not sent: Discord would count it as invalid. */
    private static void send(RestAction<?> action, Duration useful) {
        try {
            action.timeout(useful.toMillis(), TimeUnit.MILLISECONDS).queue(done -> {}, Exchange::failed);
        } catch (RejectedExecutionException stopping) {
            LOG.warn("discord answer not sent, stopping");
        }
    }

    private static void failed(Throwable failure) {
        if (failure instanceof ErrorResponseException error) {
            var expected = error.getErrorResponse() == ErrorResponse.UNKNOWN_INTERACTION
                    || error.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED;
            (expected ? LOG.atDebug() : LOG.atWarn())
                    .addKeyValue("code", error.getErrorCode())
                    .log("discord answer not taken");
        } else {
            LOG.atWarn()
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log("discord answer not sent");
        }
    }
}
