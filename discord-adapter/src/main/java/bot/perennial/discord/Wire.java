package bot.perennial.discord;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how requests fare between JDA and Discord. JDA waits out a rate limit by itself and tells nobody; whoever
 * gives up waiting learns here whether anything may have arrived.
 */
final class Wire implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int INTERNAL_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int LIMITED = 429;
    private static final String RETRY_AFTER = "Retry-After";
    private static final long HALF_A_MINUTE = 30;

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final CountDownLatch rehearsed = new CountDownLatch(Rehearsal.ANSWERS);

    /** One POST to one path that somebody waits for. */
    static final class Attempt {
        private volatile boolean underWay;
        private volatile boolean unanswered;
        private volatile @Nullable Duration told;

        /** Whether a request was sent whose outcome Discord did not tell. */
        boolean mayHaveArrived() {
            return underWay || unanswered;
        }

        /** How long Discord said to wait, if its last answer was that. */
        Optional<Duration> told() {
            return Optional.ofNullable(told);
        }
    }

    /** Waits until the rehearsal is over, but not for ever: an answer that does not come is no reason to stay away. */
    void awaitRehearsal(Duration atMost) throws InterruptedException {
        if (!rehearsed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("discord rehearsal not answered");
        }
    }

    Attempt watch(String path) {
        var attempt = new Attempt();
        attempts.put(path, attempt);
        return attempt;
    }

    void forget(String path, Attempt attempt) {
        attempts.remove(path, attempt);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        if (Rehearsal.answeredBy(request)) {
            rehearsed.countDown();
            return Rehearsal.taken(request);
        }
        var attempt = request.method().equals("POST") ? find(request.url().encodedPath()) : null;
        if (attempt == null) {
            return sensible(told(chain.proceed(request)));
        }
        attempt.underWay = true;
        var response = sensible(told(proceed(chain, attempt)));
        // a success whose words can't be read has arrived all the same
        attempt.unanswered |= response.code() >= 500 || response.isSuccessful();
        attempt.told = response.code() == LIMITED ? Duration.ofSeconds(seconds(response)) : null;
        attempt.underWay = false;
        return response;
    }

    /**
     * The answer, or a bad gateway where it tells nothing: JDA tries that again by itself. Of a page where JSON should
     * be it would never speak again, and what an interaction was answered with it would let go at the first error.
     */
    private static Response told(Response response) {
        var type = Optional.ofNullable(response.header("Content-Type")).orElse("");
        var page =
                response.isSuccessful() && response.body().contentLength() != 0 && !type.startsWith("application/json");
        var interaction = response.request().url().encodedPath().endsWith("/callback");
        if (!page && !(interaction && response.code() == INTERNAL_ERROR)) {
            return response;
        }
        response.close();
        return response.newBuilder()
                .code(BAD_GATEWAY)
                .body(ResponseBody.create("{}", null))
                .build();
    }

    /** To JDA a time that it can't read is no time at all, so that it would ask again at once, and again. */
    private static Response sensible(Response response) {
        return response.code() == LIMITED
                ? response.newBuilder()
                        .header(RETRY_AFTER, Long.toString(seconds(response)))
                        .build()
                : response;
    }

    private static Response proceed(Chain chain, Attempt attempt) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ConnectException | UnknownHostException notSent) {
            attempt.underWay = false;
            throw notSent;
        } catch (IOException lost) {
            attempt.unanswered = true;
            throw lost;
        }
    }

    private @Nullable Attempt find(String path) {
        return attempts.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static long seconds(Response response) {
        var header = Optional.ofNullable(response.header(RETRY_AFTER)).orElse("");
        return header.matches("\\d{1,6}(\\.\\d{1,6})?") ? (long) Math.ceil(Double.parseDouble(header)) : HALF_A_MINUTE;
    }
}
