package bot.perennial.slack;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What a request says, gathered as it arrives, so that no thread waits for one who sends slowly. */
final class Body implements ReadListener {
    private final ServletInputStream input;
    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private Body(ServletInputStream input, int longest) {
        this.input = input;
        this.longest = longest;
    }

    /** The bytes; of a body that is too long, more than the longest, and the rest is left unread. */
    static CompletableFuture<byte[]> of(ServletInputStream input, int longest) {
        var body = new Body(input, longest);
        input.setReadListener(body);
        return body.whole;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!whole.isDone() && input.isReady()) {
            var count = input.read(buffer);
            if (count > 0) {
                bytes.write(buffer, 0, count);
            }
            if (count < 0 || bytes.size() > longest) {
                whole.complete(bytes.toByteArray());
            }
        }
    }

    @Override
    public void onAllDataRead() {
        whole.complete(bytes.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
