package bot.perennial.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Slack still accepts our token. Once refused, it is shown to Slack again once a day. */
final class Access {
    static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration BETWEEN_PROBES = Duration.ofDays(1);
    private static final String NO_SCOPE = "missing_scope";
    private static final Set<String> REFUSALS = Set.of(
            "invalid_auth",
            "not_authed",
            "token_revoked",
            "token_expired",
            "account_inactive",
            NO_SCOPE,
            "not_allowed_token_type",
            "org_login_required",
            "ekm_access_denied",
            "team_access_not_granted",
            "access_denied");
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final InstantSource time;
    private final AtomicReference<@Nullable Refusal> refused = new AtomicReference<>();

    /**
     * When Slack refused the token last, or was asked last since.
     *
     * @param known whether Slack still knows whose token it is, so that asking that proves nothing
     */
    private record Refusal(Instant at, boolean known) {}

    Access(InstantSource time) {
        this.time = time;
    }

    boolean granted() {
        return refused.get() == null;
    }

    /** Whether a call makes sense now. */
    boolean worthTrying() {
        var refusal = refused.get();
        return refusal == null
                || (!time.instant().isBefore(refusal.at().plus(BETWEEN_PROBES))
                        && refused.compareAndSet(refusal, new Refusal(time.instant(), refusal.known())));
    }

    /** Whether it makes sense now to ask who the bot is. */
    boolean worthAsking() {
        var refusal = refused.get();
        return refusal == null || (!refusal.known() && worthTrying());
    }

    /** Takes note of a method's error, and tells whether it is about the token. */
    boolean refusedBy(String error) {
        if (!REFUSALS.contains(error)) {
            return false;
        }
        var fresh = new Refusal(time.instant(), error.equals(NO_SCOPE));
        if (refused.compareAndSet(null, fresh)) {
            LOG.error("event=slack_refused_token error={} fix=\"install the app again and set its new token\"", error);
        }
        return true;
    }

    /** An error as Slack names them; anything else may be text, and is not repeated. */
    static String name(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,60}") ? error : "unnamed";
    }

    void accepted() {
        refused.set(null);
    }
}
