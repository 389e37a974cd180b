package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says over HTTP what a decent client refuses to say. */
final class RawClient implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");
    private final int port;
    private @Nullable Talk open;

    /** What came back. */
    record Answer(int status, String head, String body) {}

    RawClient(int port) {
        this.port = port;
    }

    /** Posts with exactly these headers besides host and length, on a connection that is kept. */
    Answer post(List<String> headers, byte[] body) throws IOException {
        var talk = open == null ? talk() : open;
        open = null;
        talk.say(headers, body.length);
        talk.say(body);
        var answer = talk.hear();
        if (answer.head().toLowerCase(java.util.Locale.ROOT).contains("connection: close")) {
            talk.close();
        } else {
            open = talk;
        }
        return answer;
    }

    Talk talk() throws IOException {
        return new Talk(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    /** One connection. */
    record Talk(Socket socket, InputStream in) implements AutoCloseable {
        Talk(Socket socket) throws IOException {
            this(socket, new BufferedInputStream(socket.getInputStream()));
            socket.setTcpNoDelay(true);
        }

        void say(List<String> headers, int length) throws IOException {
            say("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n");
        }

        void say(String text) throws IOException {
            say(text.getBytes(ISO_8859_1));
        }

        void say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        Answer hear() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var next = in.read();
                if (next < 0) {
                    throw new EOFException("The server hung up after “" + head + "”");
                }
                head.append((char) next);
            }
            var length = LENGTH.matcher(head);
            var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            return new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), new String(body, UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
