package bot.perennial.slack;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns Bolt's requests into gestures, waits a while for the reply, and acknowledges in time whatever happens. */
final class SlackCommands {
    static final Message APOLOGY = Message.of(
            "Something broke on our side, and I can't say whether it was saved. Please look before you try again.");
    private static final Duration PATIENCE = Duration.ofMillis(1600);
    private static final Duration COURTESY = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(SlackCommands.class);

    private final Bot bot;
    private final SlackPeople people;
    private final SlackText text;
    private final Answers answers;
    private final ExecutorService executor;
    private final Pattern names;

    SlackCommands(Bot bot, SlackPeople people, Answers answers, ExecutorService executor) {
        this.bot = bot;
        this.people = people;
        this.text = new SlackText(people);
        this.answers = answers;
        this.executor = executor;
        // a manifest may give each command the workspace's suffix, as in /met-acme
        this.names = Pattern.compile(bot.specs().stream()
                .map(CommandSpec::name)
                .distinct()
                .collect(Collectors.joining("|", "/(", ")(?:-[a-z0-9_-]+)?")));
    }

    void register(App app) {
        new SlackShortcuts(bot, this, text).register(app);
        app.command(Pattern.compile("/.+"), this::typed); // one that isn't known is told what is
        app.blockAction(Pattern.compile("(?s).*"), this::pressed);
        app.viewSubmission(SlackForms.CALLBACK, this::sent);
    }

    private Response typed(SlashCommandRequest request, SlashCommandContext context) {
        var payload = request.getPayload();
        var registered = names.matcher(payload.getCommand());
        var name = registered.matches()
                ? registered.group(1)
                : payload.getCommand().substring(1);
        var account = new Account("slack", payload.getTeamId(), payload.getUserId());
        var spot = new Answers.Spot(
                account,
                payload.getTriggerId(),
                known(payload.getResponseUrl()),
                payload.getTriggerId(),
                Optional.empty());
        var typed = known(payload.getText());
        var reply = start(() -> bot.typed(
                gesture(account, spot.id(), known(payload.getUserName())),
                name,
                text.tokens(account.workspace(), typed)));
        var soon = soon(reply);
        if (soon.isEmpty()) {
            executor.execute(() -> answers.bring(spot, reply.join()));
            return context.ack();
        }
        return switch (soon.get()) {
            case Reply.Done(Message message, Reply.Place place) -> acknowledged(message);
            case Reply.Refused(Message message, String option) -> acknowledged(message);
            case Reply.Ask ask -> {
                bring(spot, ask);
                yield context.ack();
            }
        };
    }

    private Response pressed(BlockActionRequest request, ActionContext context) {
        var payload = request.getPayload();
        for (var action : payload.getActions()) {
            // a button of a version that wrote its lines otherwise is answered with what there is today
            var line = Controls.line(action).map(typed -> typed.startsWith("/") ? typed : "/");
            if (line.isPresent()) {
                var account = account(
                        payload.getTeam() == null ? null : payload.getTeam().getId(), payload.getUser());
                var id = known(payload.getTriggerId()).isEmpty() ? action.getActionTs() : payload.getTriggerId();
                var spot = new Answers.Spot(
                        account,
                        id,
                        known(payload.getResponseUrl()),
                        known(payload.getTriggerId()),
                        Optional.of(press(payload, action)));
                carryOut(spot, known(payload.getUser().getName()), gesture -> bot.pressed(gesture, line.get()));
            }
        }
        return context.ack();
    }

    /** Carries out a gesture whose answer is not part of its acknowledgement; commits first, as far as time allows. */
    void carryOut(Answers.Spot spot, String fallback, Function<Gesture, Reply> work) {
        var reply = start(() -> work.apply(gesture(spot.account(), spot.id(), fallback)));
        soon(reply)
                .ifPresentOrElse(
                        answer -> bring(spot, answer), () -> executor.execute(() -> answers.bring(spot, reply.join())));
    }

    private Response sent(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var view = payload.getView();
        var origin = SlackForms.Origin.read(known(view.getPrivateMetadata()));
        var account = new Account(
                "slack", known(payload.getTeam().getId()), payload.getUser().getId());
        var id = view.getId() + "/" + known(view.getHash());
        var press = origin.pressed() ? Optional.of(new Answers.Press("", List.of())) : Optional.<Answers.Press>empty();
        var spot = new Answers.Spot(account, id, origin.address(), known(payload.getTriggerId()), press);
        var reply = start(() -> bot.sent(
                gesture(account, id, known(payload.getUser().getName())),
                origin.line(),
                SlackForms.answers(view.getState())));
        var soon = soon(reply);
        if (soon.isEmpty()) {
            executor.execute(() -> answers.bring(spot, reply.join()));
            return context.ack();
        }
        return switch (soon.get()) {
            case Reply.Done done -> {
                bring(spot, done);
                yield context.ack();
            }
            case Reply.Refused refusal -> refused(context, view, refusal);
            case Reply.Ask(Form form) ->
                context.ackWithUpdate(SlackForms.view(form, origin.address(), origin.pressed()));
        };
    }

    /** The form stays open with what was typed, and says under the question it is about, or else the first, what is wrong. */
    private static Response refused(ViewSubmissionContext context, View view, Reply.Refused refusal) {
        var questions = Optional.ofNullable(view.getBlocks()).orElse(List.of()).stream()
                .filter(InputBlock.class::isInstance)
                .map(LayoutBlock::getBlockId)
                .toList();
        return questions.stream()
                .filter(refusal.option()::equals)
                .findFirst()
                .or(() -> questions.stream().findFirst())
                .map(block -> context.ackWithErrors(
                        Map.of(block, SafeText.label(refusal.message().text(), 1000))))
                .orElseGet(context::ack);
    }

    private CompletableFuture<Reply> start(Supplier<Reply> work) {
        return CompletableFuture.supplyAsync(work, executor).exceptionally(failure -> {
            // an exception's message may hold what a member wrote
            LOG.error("event=slack_gesture_failed kind={}", failure.getClass().getSimpleName());
            return new Reply.Refused(APOLOGY);
        });
    }

    /** What is shown before the acknowledgement is shown in order; but the acknowledgement does not wait for long. */
    private void bring(Answers.Spot spot, Reply reply) {
        within(
                COURTESY,
                CompletableFuture.supplyAsync(
                        () -> {
                            answers.bring(spot, reply);
                            return reply;
                        },
                        executor));
    }

    private static Optional<Reply> soon(CompletableFuture<Reply> reply) {
        return within(PATIENCE, reply);
    }

    private static Optional<Reply> within(Duration patience, CompletableFuture<Reply> reply) {
        try {
            return Optional.of(reply.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Gesture gesture(Account account, String id, String fallback) {
        var profile = people.profile(account);
        var name = profile.name().isEmpty() ? fallback : profile.name();
        return new Gesture(account, id, name, profile.zone(), profile.country());
    }

    private static Answers.Press press(BlockActionPayload payload, BlockActionPayload.Action action) {
        var message = payload.getMessage();
        return message == null || message.getBlocks() == null
                ? new Answers.Press("", List.of())
                : new Answers.Press(known(action.getBlockId()), message.getBlocks());
    }

    private static Account account(@Nullable String team, BlockActionPayload.User user) {
        return new Account("slack", team == null ? known(user.getTeamId()) : team, user.getId());
    }

    private static Response acknowledged(Message message) {
        return Response.json(200, Answers.ephemeral(message));
    }

    static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
