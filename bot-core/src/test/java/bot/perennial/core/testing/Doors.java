package bot.perennial.core.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Servers on the way to a platform behind which nobody is reached. */
public final class Doors implements AutoCloseable {
    /** What a proxy answers that wants to know who asks. */
    public static final String PROXY =
            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static final String PASSWORD = "changeit";

    private final ServerSocket server;
    private final AtomicInteger knocks = new AtomicInteger();

    private Doors(ServerSocket server, String answer) {
        this.server = server;
        Thread.startVirtualThread(() -> serve(answer));
    }

    /** One that answers the same to every request. */
    public static Doors answering(String answer) throws IOException {
        return new Doors(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), answer);
    }

    /** One that shows a certificate which is out of date. */
    public static Doors expired(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var context = SSLContext.getInstance("TLS");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(expiredKey(folder.resolve("expired.p12")), PASSWORD.toCharArray());
        context.init(managers.getKeyManagers(), null, null);
        return new Doors(
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress()), "");
    }

    public int port() {
        return server.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), port());
    }

    /** How often somebody came. */
    public int knocks() {
        return knocks.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(String answer) {
        while (!server.isClosed()) {
            try (Socket open = server.accept()) {
                knocks.incrementAndGet();
                var bytes = new byte[4096];
                if (open.getInputStream().read(bytes) > 0) {
                    open.getOutputStream().write(answer.getBytes(US_ASCII));
                }
            } catch (IOException e) {
                // the bot hung up first, or the test has ended
            }
        }
    }

    private static KeyStore expiredKey(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var line = "-genkeypair -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -startdate -2y"
                + " -validity 30 -storepass " + PASSWORD + " -keystore";
        var words = new ArrayList<>(List.of(keytool));
        words.addAll(List.of(line.split(" ")));
        words.add(file.toString());
        var made = new ProcessBuilder(words);
        if (made.redirectErrorStream(true).start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }
}
