package bot.perennial.slack;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Stands where a request leaves the machine: knows whether the calling thread's last one did, and lets none go late. */
final class Departure implements Interceptor {
    private final ThreadLocal<Call> calls = ThreadLocal.withInitial(Call::new);
    private final long latest;

    /** What became of a thread's last request. */
    private static final class Call {
        private long begun;
        private boolean left;
    }

    /** @param latest after a call has begun, when a request that did not leave yet has been held up and is forgotten */
    Departure(Duration latest) {
        this.latest = latest.toNanos();
    }

    /** The calling thread is about to make a call. */
    void begin() {
        calls.get().begun = System.nanoTime();
        calls.get().left = false;
    }

    /** Whether anything of that call may have arrived. */
    boolean left() {
        return calls.get().left;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var call = calls.get();
        if (call.begun != 0 && System.nanoTime() - call.begun > latest) {
            throw new IOException("held up");
        }
        call.left = true;
        return chain.proceed(chain.request());
    }
}
