package bot.perennial.discord;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Line;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** Carries nudges to Discord members as direct messages. */
final class DiscordCourier implements Courier {
    /** Discord takes fifty requests a second from a bot, whoever of its processes sends them; some open channels. */
    private static final Duration APART = Duration.ofSeconds(1).dividedBy(45);

    /** How fast channels may be opened Discord does not say, but too fast is answered with a pause, or a ban. */
    private static final Duration OPENINGS_APART = Duration.ofMillis(500);

    private static final Line LINE = new Line("discord", APART, APART);
    private static final Line OPENINGS = new Line("discord openings", OPENINGS_APART, OPENINGS_APART);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration OPENING_TOO_FAST = Duration.ofMinutes(10);
    private static final Duration REFUSED_FOR_ANOTHER_REASON = Duration.ofHours(1);
    private static final int OPENING_TOO_FAST_CODE = 40003;
    private static final int NO_COMMON_SERVER_CODE = 50278;
    private static final int MOST_CHANNELS = 20_000;
    private static final String OPENING = "/users/@me/channels";
    private static final Delivery GONE = new Delivery.Later(A_MINUTE, "the channel is gone");

    private final BooleanSupplier open;
    private final Supplier<Optional<JDA>> connection;
    private final Wire wire;
    private final Map<String, String> channels = Collections.synchronizedMap(new Recent());
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** The channels that were used last. */
    private static final class Recent extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_CHANNELS;
        }
    }

    /** Something other than success, already judged. */
    private static final class Undelivered extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Delivery outcome;

        Undelivered(Delivery outcome) {
            this.outcome = outcome;
        }
    }

    /** With whether there is a connection, as far as is known, and what it is when it is needed. */
    DiscordCourier(BooleanSupplier open, Supplier<Optional<JDA>> connection, Wire wire) {
        this.open = open;
        this.connection = connection;
        this.wire = wire;
    }

    @Override
    public String platform() {
        return DiscordArguments.PLATFORM;
    }

    @Override
    public void introduce(Account to, String channel) {
        if (!gone.contains(channel)) {
            channels.putIfAbsent(to.user(), channel);
        }
    }

    @Override
    public Optional<String> channel(Account to) {
        return Optional.ofNullable(channels.get(to.user()));
    }

    @Override
    public boolean onDuty() {
        return open.getAsBoolean();
    }

    /** The key is the message's nonce, and Discord answers a repeated nonce with the message that it already has. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    /** To somebody new a channel is opened first, and nobody else waits for that. */
    @Override
    public Optional<Way> way(Account to) {
        return Optional.of(new Way(channels.containsKey(to.user()) ? LINE : OPENINGS, 1));
    }

    @Override
    public Delivery deliver(Account to, Message message, String key) {
        var jda = connection.get();
        if (jda.isEmpty()) {
            return new Delivery.Later(A_MINUTE, "not connected");
        }
        try {
            var channel = channel(jda.get(), to.user());
            var data = new DiscordMarkup(DiscordArguments.carried(to.workspace(), ""), key).create(message);
            var sent =
                    await(channel.sendMessage(data).setNonce(key), "/channels/" + channel.getId() + "/messages", true);
            return new Delivery.Sent(sent.getId());
        } catch (Undelivered undelivered) {
            if (undelivered.outcome.equals(GONE)) {
                Optional.ofNullable(channels.remove(to.user())).ifPresent(gone::add);
            }
            return undelivered.outcome;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Delivery.Unclear("stopped while sending");
        }
    }

    /** Looks for the key in what the bot wrote last. */
    @Override
    public Trace trace(Account to, String key, Instant since) {
        var jda = connection.get();
        if (jda.isEmpty()) {
            return new Trace.Later(A_MINUTE);
        }
        try {
            var channel = channel(jda.get(), to.user());
            var written = await(OwnMessages.latest(jda.get(), channel), "GET " + channel.getId(), false);
            return written.trace(key, since);
        } catch (Undelivered undelivered) {
            return switch (undelivered.outcome) {
                case Delivery.Later(Duration pause, String why) -> new Trace.Later(pause);
                case Delivery.Limited(Duration pause) -> new Trace.Later(pause);
                case Delivery.Sent sent -> new Trace.Hidden();
                case Delivery.Unclear unclear -> new Trace.Hidden();
                case Delivery.Hopeless hopeless -> new Trace.Hidden();
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Trace.Later(A_MINUTE);
        }
    }

    private PrivateChannel channel(JDA jda, String user) throws Undelivered, InterruptedException {
        var known = channels.get(user);
        if (known != null) {
            return new PrivateChannelImpl(jda, Long.parseUnsignedLong(known), null);
        }
        var opened = await(opening(jda, user), OPENING, false);
        channels.put(user, opened.getId());
        return opened;
    }

    /** JDA's own sends the member's id as a number, which Discord's description of its API does not allow. */
    private static RestAction<PrivateChannel> opening(JDA jda, String user) {
        return new RestActionImpl<>(
                jda,
                Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
                DataObject.empty().put("recipient_id", user),
                (response, request) -> ((JDAImpl) jda).getEntityBuilder().createPrivateChannel(response.getObject()));
    }

    /** Waits for an answer; whether a request may have arrived matters only where arriving twice would show. */
    private <T> T await(RestAction<T> action, String path, boolean matters) throws Undelivered, InterruptedException {
        var attempt = wire.watch(path);
        var answer = action.timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS).submit();
        try {
            return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Undelivered(
                    path.equals(OPENING) && attempt.told().isEmpty()
                            ? new Delivery.Limited(DEADLINE) // JDA makes it wait for others
                            : unanswered(attempt, path, matters));
        } catch (ExecutionException failure) {
            throw new Undelivered(
                    failure.getCause() instanceof ErrorResponseException error && answered(error)
                            ? refused(error)
                            : unanswered(attempt, path, matters));
        } finally {
            wire.forget(path, attempt);
        }
    }

    private static boolean answered(ErrorResponseException error) {
        var status = error.getResponse().code;
        return status >= 400 && status < 500;
    }

    /** A channel's limit is its own; that on opening them is everybody's. */
    private static Delivery unanswered(Wire.Attempt attempt, String path, boolean matters) {
        if (attempt.told().isPresent()) {
            var pause = attempt.told().get();
            return path.equals(OPENING) ? new Delivery.Limited(pause) : new Delivery.Later(pause, "rate limited");
        }
        return matters && attempt.mayHaveArrived()
                ? new Delivery.Unclear("no answer")
                : new Delivery.Later(A_MINUTE, "not reached");
    }

    private static Delivery refused(ErrorResponseException error) {
        var code = error.getErrorCode();
        if (code == OPENING_TOO_FAST_CODE) {
            return new Delivery.Limited(OPENING_TOO_FAST);
        }
        if (code == ErrorResponse.UNKNOWN_CHANNEL.getCode()) {
            return GONE;
        }
        if (code == ErrorResponse.CANNOT_SEND_TO_USER.getCode()
                || code == NO_COMMON_SERVER_CODE
                || code == ErrorResponse.UNKNOWN_USER.getCode()) {
            return new Delivery.Hopeless("refused with " + code);
        }
        return new Delivery.Later(REFUSED_FOR_ANOTHER_REASON, "refused with " + code);
    }
}
