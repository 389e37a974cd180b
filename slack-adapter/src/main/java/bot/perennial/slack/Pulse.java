package bot.perennial.slack;

import bot.perennial.core.people.Account;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack again and again who the bot is, so that it is known whether members can be answered. */
final class Pulse {
    static final Duration USUAL = Duration.ofSeconds(45);
    static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final MethodsClient slack;
    private final Access access;
    private volatile boolean felt;
    private Duration pause = FIRST;

    Pulse(MethodsClient slack, Access access) {
        this.slack = slack;
        this.access = access;
    }

    /** Whether Slack knew the bot when it was last asked. */
    boolean felt() {
        return felt;
    }

    /** Asks once, unless the token was refused lately; answers the bot's own account, if Slack knows it. */
    Optional<Account> beat() {
        var self = access.worthAsking() ? ask() : Optional.<Account>empty();
        felt = self.isPresent();
        pause = felt ? FIRST : pause;
        return self;
    }

    /** How long to wait before asking again, longer after each failure. */
    Duration pause() {
        if (felt) {
            return USUAL;
        }
        var now = pause;
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    private Optional<Account> ask() {
        try {
            var answer = slack.authTest(request -> request);
            if (answer.isOk()) {
                access.accepted();
                return Optional.of(new Account("slack", answer.getTeamId(), answer.getUserId()));
            }
            var error = Optional.ofNullable(answer.getError()).orElse("unknown");
            if (!access.refusedBy(error)) {
                LOG.warn("event=slack_unreachable error={}", Access.name(error));
            }
        } catch (IOException | SlackApiException | RuntimeException e) { // the SDK's own stumbling included
            LOG.warn("event=slack_unreachable kind={}", e.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
