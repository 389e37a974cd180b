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
    private static final Set<String> REFUSALS = Set.of(
            "invalid_auth",
            "not_authed",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "missing_scope",
            "not_allowed_token_type",
            "org_login_required",
            "ekm_access_denied",
            "team_access_not_granted",
            "access_denied");
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final InstantSource time;
    private final AtomicReference<@Nullable Instant> refused = new AtomicReference<>();

    Access(InstantSource time) {
        this.time = time;
    }

    boolean granted() {
        return refused.get() == null;
    }

    /** Whether a call makes sense now. */
    boolean worthTrying() {
        var since = refused.get();
        return since == null
                || (!time.instant().isBefore(since.plus(BETWEEN_PROBES))
                        && refused.compareAndSet(since, time.instant()));
    }

    /** Takes note of a method's error, and tells whether it is about the token. */
    boolean refusedBy(String error) {
        if (!REFUSALS.contains(error)) {
            return false;
        }
        if (refused.compareAndSet(null, time.instant())) {
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
