package bot.perennial.discord.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The gateway: one session over a WebSocket, which can be resumed, cut and closed. */
public final class FakeGateway implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;

    private final ServerSocket server;
    private final DataObject ready;
    private final List<DataObject> sent = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Optional<Socket> socket = Optional.empty();
    private volatile int refusal;
    private volatile boolean away;
    private volatile boolean silent;
    private final Semaphore heartbeats = new Semaphore(0);
    private volatile boolean forgetful;
    private volatile int heartbeat = 41_250;

    FakeGateway(DataObject ready) {
        this.ready = ready;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "ws://127.0.0.1:" + server.getLocalPort();
    }

    /** What the bot asked for: {@code identify 1} with its intents, {@code resume}. */
    List<String> heard() {
        return heard;
    }

    /** Closes every connection that identifies with this code. */
    public void refuse(int code) {
        refusal = code;
    }

    /** Hangs up on everyone who calls. */
    public void away(boolean away) {
        this.away = away;
    }

    /** Answers nothing any more on the line that is open, and says nothing there. */
    public void silent() {
        silent = true;
    }

    /** Waits until so many heartbeats were answered. */
    public void awaitHeartbeats(int count) {
        heartbeats.acquireUninterruptibly(count);
    }

    /** How many milliseconds lie between the heartbeats of those who connect from here on. */
    public void heartbeat(int interval) {
        heartbeat = interval;
    }

    /** Repeats everything that happened when the bot resumes, as if it had seen nothing. */
    public void forgetWhatWasSeen() {
        forgetful = true;
    }

    /** Says the session is over, and whether it may be resumed all the same. */
    public void invalidate(boolean resumable) {
        say(DataObject.empty().put("op", 9).put("d", resumable).toString());
    }

    /** Sends a frame, whatever it holds. */
    public void say(String frame) {
        socket.ifPresent(open -> frame(open, TEXT, frame));
    }

    /** Sends an event; a session that is cut gets it when it resumes. */
    synchronized void dispatch(String type, DataObject data) {
        var event = DataObject.empty()
                .put("op", 0)
                .put("t", type)
                .put("s", sent.size() + 1)
                .put("d", data);
        sent.add(event);
        socket.ifPresent(open -> frame(open, TEXT, event.toJson()));
    }

    /** Asks the bot to reconnect. */
    public void reconnect() {
        say(DataObject.empty().put("op", 7).put("d", null).toString());
    }

    /** Cuts the connection without a word. */
    public void cut() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
        }
    }

    void close(int code) {
        socket.ifPresent(open -> close(open, code));
    }

    @Override
    public void close() {
        try {
            server.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var open = server.accept();
                Thread.ofVirtual().start(() -> serve(open));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket open) {
        try (open) {
            if (away) {
                return;
            }
            silent = false;
            var in = new DataInputStream(open.getInputStream());
            handshake(open, in);
            var hello = DataObject.empty().put("heartbeat_interval", heartbeat);
            frame(open, TEXT, DataObject.empty().put("op", 10).put("d", hello).toString());
            frames(in, message -> heard(open, DataObject.fromJson(message)));
        } catch (IOException gone) {
            // the bot closed it, or a test did
        }
        socket = socket.filter(current -> !current.equals(open));
    }

    private synchronized void heard(Socket open, DataObject message) {
        if (silent) {
            return;
        }
        switch (message.getInt("op")) {
            case 1 -> {
                frame(open, TEXT, DataObject.empty().put("op", 11).toString());
                heartbeats.release();
            }
            case 2 -> {
                heard.add("identify " + message.getObject("d").getInt("intents"));
                if (refusal != 0) {
                    close(open, refusal);
                    return;
                }
                sent.clear();
                socket = Optional.of(open);
                dispatch("READY", ready.put("resume_gateway_url", address()));
                dispatch("GUILD_CREATE", FakePayloads.guild(FakeDiscord.GUILD));
            }
            case 6 -> {
                heard.add("resume");
                var seen = forgetful ? 2 : message.getObject("d").getInt("seq"); // after it knew its servers
                socket = Optional.of(open);
                sent.stream()
                        .filter(event -> event.getInt("s") > seen)
                        .forEach(event -> frame(open, TEXT, event.toJson()));
                dispatch("RESUMED", DataObject.empty());
            }
            default -> heard.add("op " + message.getInt("op"));
        }
    }

    private static void handshake(Socket open, DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        var key = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
                .findFirst()
                .orElseThrow()
                .split(":", 2)[1]
                .strip();
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        open.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String accept(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void frames(DataInputStream in, Consumer<byte[]> messages) throws IOException {
        while (true) {
            var kind = in.readUnsignedByte();
            var length = (long) (in.readUnsignedByte() & 0x7f);
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            var mask = in.readNBytes(4);
            var payload = in.readNBytes((int) length);
            for (var at = 0; at < payload.length; at++) {
                payload[at] ^= mask[at % 4];
            }
            if (kind == CLOSE && !silent) {
                return;
            }
            if (kind == TEXT) {
                messages.accept(payload);
            }
        }
    }

    private static void close(Socket open, int code) {
        frame(open, CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    private static void frame(Socket open, int kind, String words) {
        frame(open, kind, words.getBytes(StandardCharsets.UTF_8));
    }

    private static synchronized void frame(Socket open, int kind, byte[] payload) {
        var head = payload.length < 126
                ? ByteBuffer.allocate(2).put((byte) kind).put((byte) payload.length)
                : ByteBuffer.allocate(10).put((byte) kind).put((byte) 127).putLong(payload.length);
        try {
            var out = open.getOutputStream();
            out.write(head.array());
            out.write(payload);
            out.flush();
        } catch (IOException gone) {
            // what was lost is sent again when the session resumes
        }
    }
}
