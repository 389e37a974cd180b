package bot.perennial.discord.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The frames of a WebSocket, as much of them as a gateway needs. */
final class Frames {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;

    private Frames() {}

    static void handshake(Socket open, DataInputStream in) throws IOException {
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

    static void read(DataInputStream in, BooleanSupplier silent, Consumer<byte[]> messages) throws IOException {
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
            if (kind == CLOSE && !silent.getAsBoolean()) {
                return;
            }
            if (kind == TEXT) {
                messages.accept(payload);
            }
        }
    }

    static void close(Socket open, int code) {
        frame(open, CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    static void say(Socket open, String words) {
        say(open, words.getBytes(StandardCharsets.UTF_8));
    }

    static void say(Socket open, byte[] words) {
        frame(open, TEXT, words);
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
