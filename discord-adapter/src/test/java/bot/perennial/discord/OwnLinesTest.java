package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class OwnLinesTest {
    private final AtomicBoolean own = new AtomicBoolean(true);

    @Test
    void areOpenedOnlyWhileTheyMayBe() throws IOException {
        var plain = new OwnLines(SocketFactory.getDefault(), own::get);
        var encrypted = new OwnLines(SSLSocketFactory.getDefault(), own::get);
        plain.createSocket().close();
        try (var line = encrypted.createSocket()) {
            assertThat(line).isInstanceOf(SSLSocket.class);
        }
        own.set(false);
        assertThatThrownBy(plain::createSocket).isInstanceOf(IOException.class);
        assertThatThrownBy(encrypted::createSocket).isInstanceOf(IOException.class);
    }
}
