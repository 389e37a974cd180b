package bot.perennial.slack;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Line;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends direct messages. Slack knows no key for repeats, so what may have arrived is never sent again. */
public final class SlackCourier implements Courier {
    private static final Duration PACE = Duration.ofMillis(1100); // Slack takes one message a second per conversation
    /** "Several hundred messages a minute" is what Slack takes for a workspace: how many it does not say. */
    private static final Duration USUAL = Duration.ofMillis(50);

    private static final Duration FASTEST = Duration.ofMillis(25);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Set<String> HOPELESS = Set.of(
            "channel_not_found",
            "user_not_found",
            "users_not_found",
            "user_disabled",
            "user_not_visible",
            "messages_tab_disabled",
            "cannot_dm_bot",
            "is_archived",
            "not_in_channel",
            "restricted_action",
            "cannot_message_user",
            "account_disabled");
    private static final Set<String> NOT_ACCEPTED = Set.of("service_unavailable", "request_timeout");
    private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
    private static final Set<String> PERHAPS_ACCEPTED = Set.of("internal_error", "fatal_error");

    private final SlackWeb web;
    private final Departure departure;
    private final Access access;
    private final Cache<Account, Boolean> recent;

    SlackCourier(SlackWeb web, Access access, Ticker ticker) {
        this.web = web;
        this.departure = web.departure();
        this.access = access;
        this.recent = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(PACE)
                .ticker(ticker)
                .build();
    }

    @Override
    public String platform() {
        return "slack";
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    /** Reading direct messages is a permission that the bot doesn't ask for. */
    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.of(new Way(new Line("slack/" + to.workspace(), USUAL, FASTEST), 1));
    }

    @Override
    public Delivery deliver(Account to, Message message, String key) {
        if (!access.worthTrying()) {
            return new Delivery.Later(Access.PAUSE, "Slack refuses the token");
        }
        if (recent.asMap().putIfAbsent(to, true) != null) {
            return new Delivery.Later(PACE, "one message a second");
        }
        return post(to, message);
    }

    /** A member's id stands for the conversation with them, so none has to be opened: opening is limited to 50 a minute. */
    private Delivery post(Account to, Message message) {
        departure.begin();
        try {
            var answer = web.post(to.user(), Fallback.of(message), BlockKit.blocks(message));
            if (answer.ok()) {
                access.accepted();
                return new Delivery.Sent(answer.channel() + "/" + answer.ts());
            }
            return refusal(answer.error());
        } catch (SlackApiException e) {
            return failure(e);
        } catch (IOException e) {
            return departure.left()
                    ? new Delivery.Unclear("no answer: " + kind(e))
                    : new Delivery.Later(SOON, "not connected: " + kind(e));
        } catch (RuntimeException e) { // whatever it is that an answer can't be read for
            return new Delivery.Unclear("unreadable answer: " + kind(e));
        }
    }

    private Delivery refusal(@Nullable String reason) {
        var error = reason == null ? "unknown" : reason;
        if (access.refusedBy(error)) {
            return new Delivery.Later(Access.PAUSE, error);
        }
        if (HOPELESS.contains(error)) {
            return new Delivery.Hopeless(error);
        }
        if (PERHAPS_ACCEPTED.contains(error) || reason == null) {
            return new Delivery.Unclear(error);
        }
        if (RATE_LIMITED.contains(error)) {
            return new Delivery.Limited(SOON);
        }
        return new Delivery.Later(NOT_ACCEPTED.contains(error) ? SOON : Access.PAUSE, error);
    }

    private Delivery failure(SlackApiException failure) {
        var status = failure.getResponse().code();
        if (status == 429) {
            return new Delivery.Limited(pause(failure.getResponse().header("Retry-After")));
        }
        var error = Optional.ofNullable(failure.getError()).map(body -> body.getError());
        if (status < 500 && status >= 400) {
            return error.map(this::refusal).orElse(new Delivery.Later(Access.PAUSE, "status " + status));
        }
        return new Delivery.Unclear("status " + status);
    }

    /** Slack's Retry-After, or half a minute where it says nothing sensible. */
    static Duration pause(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.strip().matches("\\d{1,9}")) {
            return SOON;
        }
        var pause = Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.strip())));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String kind(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
