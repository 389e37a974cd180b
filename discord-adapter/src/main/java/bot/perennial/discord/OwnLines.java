package bot.perennial.discord;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Opens a line to the gateway, be it to begin or to resume a session, only while that may be done. */
final class OwnLines extends SSLSocketFactory {
    private final SocketFactory lines;
    private final BooleanSupplier allowed;

    OwnLines(SocketFactory lines, BooleanSupplier allowed) {
        this.lines = lines;
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() throws IOException {
        return allowed().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return allowed().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) throws IOException {
        return allowed().createSocket(host, port, from, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return allowed().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) throws IOException {
        return allowed().createSocket(host, port, from, localPort);
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean closing) throws IOException {
        allowed();
        return encrypting().createSocket(over, host, port, closing);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return encrypting().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return encrypting().getSupportedCipherSuites();
    }

    private SocketFactory allowed() throws IOException {
        if (!allowed.getAsBoolean()) {
            throw new IOException("The shard is another process's");
        }
        return lines;
    }

    private SSLSocketFactory encrypting() {
        return lines instanceof SSLSocketFactory factory ? factory : (SSLSocketFactory) getDefault();
    }
}
