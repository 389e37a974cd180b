package bot.perennial.discord;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import org.jspecify.annotations.Nullable;
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
    private final Optional<Source> source;
    private final long began = System.nanoTime();

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

    /** A reply, and the server that its components carry; empty where they stand in it. */
    record Answer(Reply reply, String workspace) {}

    private Exchange(IReplyCallback interaction, Optional<Source> source) {
        this.interaction = interaction;
        this.source = source;
    }

    static Exchange typed(IReplyCallback interaction) {
        return new Exchange(interaction, Optional.empty());
    }

    static Exchange pressed(ComponentInteraction interaction) {
        var source = new Source(interaction, interaction.getMessage(), part -> interaction
                .getComponentId()
                .equals(part.getCustomId()));
        return new Exchange(interaction, Optional.of(source));
    }

    static Exchange sent(ModalInteraction interaction, int mark) {
        var source = Optional.ofNullable(interaction.getMessage())
                .map(message -> new Source(interaction, message, part -> part.getUniqueId() == mark));
        return new Exchange(interaction, source);
    }

    /**
     * Waits for the answer and shows it; when it takes longer, says so in time and shows it as soon as it is there.
     * Returns when Discord has taken it, or will not.
     */
    void answer(Supplier<Answer> work, Duration patience) {
        var answer = new CompletableFuture<Answer>();
        Thread.ofVirtual().name("discord-gesture").start(() -> run(work, answer));
        try {
            show(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            defer();
            showLate(answer.join());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Supplier<Answer> work, CompletableFuture<Answer> answer) {
        try {
            answer.complete(work.get());
        } catch (RuntimeException bug) {
            // its message may hold what a member wrote, its frames may not
            LOG.atError()
                    .addKeyValue("kind", bug.getClass().getName())
                    .addKeyValue(
                            "frames",
                            List.of(bug.getStackTrace()).stream().limit(12).toList())
                    .log("discord reply failed");
            answer.complete(new Answer(new Reply.Refused(BROKEN), ""));
        } catch (Error worse) {
            answer.complete(new Answer(new Reply.Refused(BROKEN), ""));
            throw worse;
        }
    }

    private void show(Answer answer) {
        var markup = new DiscordMarkup(answer.workspace());
        var edit = edit(answer.reply(), markup);
        if (edit.isPresent()) {
            send(source.orElseThrow().callback().editMessage(edit.get()), left());
        } else if (answer.reply() instanceof Reply.Ask(Form form) && interaction instanceof IModalCallback callback) {
            var id = new CustomId(answer.workspace(), source.map(Source::mark).orElse(0), form.line());
            send(callback.replyModal(DiscordForms.modal(form, id.fits() ? id : id.marked(0))), left());
        } else {
            send(interaction.reply(markup.create(fresh(answer.reply()))).setEphemeral(true), left());
        }
    }

    private void defer() {
        send(
                source.<RestAction<?>>map(shown -> shown.callback().deferEdit())
                        .orElseGet(() -> interaction.deferReply(true)),
                left());
    }

    private void showLate(Answer answer) {
        var markup = new DiscordMarkup(answer.workspace());
        var hook = interaction.getHook();
        var edit = edit(answer.reply(), markup);
        if (edit.isPresent()) {
            send(hook.editOriginal(edit.get()), LATE_ANSWER);
        } else if (source.isEmpty()) {
            send(hook.editOriginal(markup.edit(fresh(answer.reply()))), LATE_ANSWER);
        } else {
            send(hook.sendMessage(markup.create(fresh(answer.reply()))).setEphemeral(true), LATE_ANSWER);
        }
    }

    /** What is left of the time that Discord waits for the first answer; JDA takes none at all for ever. */
    private Duration left() {
        var left = FIRST_ANSWER.minusNanos(System.nanoTime() - began);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    /** How the message that was acted in is to change, if it is to. */
    private Optional<MessageEditData> edit(Reply reply, DiscordMarkup markup) {
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
            action.timeout(useful.toMillis(), TimeUnit.MILLISECONDS).submit().get();
        } catch (ExecutionException failure) {
            failed(failure.getCause());
        } catch (RejectedExecutionException | CancellationException stopping) {
            LOG.warn("discord answer not sent, stopping");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void failed(@Nullable Throwable failure) {
        if (failure instanceof ErrorResponseException error) {
            var expected = error.getErrorResponse() == ErrorResponse.UNKNOWN_INTERACTION
                    || error.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED;
            (expected ? LOG.atDebug() : LOG.atWarn())
                    .addKeyValue("code", error.getErrorCode())
                    .log("discord answer not taken");
        } else {
            LOG.atWarn()
                    .addKeyValue(
                            "failure", failure == null ? "" : failure.getClass().getSimpleName())
                    .log("discord answer not sent");
        }
    }
}
