package bot.perennial.discord.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The gateway: sessions over WebSockets, of which the latest can be resumed, cut and closed. */
public final class FakeGateway implements AutoCloseable {
    private final ServerSocket server;
    private final DataObject ready;
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int shards = 1;
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
        if (!sessions.isEmpty()) {
            sessions.getLast().line().ifPresent(open -> Frames.say(open, frame));
        }
    }

    /** Sends an event to every session of its shard; one that is cut gets it when it resumes. */
    synchronized void dispatch(String type, DataObject data) {
        sessions.stream()
                .filter(session -> session.hears(data.getString("guild_id", "")))
                .forEach(session -> dispatch(session, type, data));
    }

    /** Recommends that the servers be divided into so many shards. */
    public void recommend(int number) {
        shards = number;
    }

    DataObject recommended() {
        var starts = DataObject.empty()
                .put("total", 1000)
                .put("remaining", 1000)
                .put("reset_after", 0)
                .put("max_concurrency", 1);
        return DataObject.empty().put("url", address()).put("shards", shards).put("session_start_limit", starts);
    }

    /** The shards that have a line at present, such as {@code 0 of 1}. */
    public List<String> shards() {
        return sessions.stream()
                .filter(session -> session.line().isPresent())
                .map(FakeSession::shard)
                .toList();
    }

    /** Asks the bot to reconnect. */
    public void reconnect() {
        say(DataObject.empty().put("op", 7).put("d", null).toString());
    }

    /** Cuts the connection without a word. */
    public void cut() throws IOException {
        cut(sessions.size() - 1);
    }

    /** Cuts the connection of one of the sessions, in the order in which they began. */
    public void cut(int session) throws IOException {
        var line =
                session < 0 ? Optional.<Socket>empty() : sessions.get(session).line();
        if (line.isPresent()) {
            line.get().close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var session = 0; session < sessions.size(); session++) {
                cut(session);
            }
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
            Frames.handshake(open, in);
            var hello = DataObject.empty().put("heartbeat_interval", heartbeat);
            Frames.say(open, DataObject.empty().put("op", 10).put("d", hello).toString());
            Frames.read(in, () -> silent, message -> heard(open, DataObject.fromJson(message)));
        } catch (IOException gone) {
            // the bot closed it, or a test did
        }
        sessions.forEach(session -> session.closed(open));
    }

    private synchronized void heard(Socket open, DataObject message) {
        if (silent) {
            return;
        }
        switch (message.getInt("op")) {
            case 1 -> {
                Frames.say(open, DataObject.empty().put("op", 11).toString());
                heartbeats.release();
            }
            case 2 -> {
                heard.add("identify " + message.getObject("d").getInt("intents"));
                if (refusal != 0) {
                    Frames.close(open, refusal);
                    return;
                }
                begin(open, message.getObject("d"));
            }
            case 6 -> {
                heard.add("resume");
                resume(open, message.getObject("d"));
            }
            default -> heard.add("op " + message.getInt("op"));
        }
    }

    private void begin(Socket open, DataObject asked) {
        var session = new FakeSession("session-" + sessions.size(), asked);
        sessions.add(session);
        session.open(open);
        var greeting = DataObject.fromJson(ready.toJson())
                .put("session_id", session.id())
                .put("resume_gateway_url", address());
        var known = session.hears(FakeDiscord.GUILD);
        dispatch(session, "READY", known ? greeting : greeting.put("guilds", DataArray.empty()));
        if (known) {
            dispatch(session, "GUILD_CREATE", FakePayloads.guild(FakeDiscord.GUILD));
        }
    }

    private void resume(Socket open, DataObject asked) {
        var seen = forgetful ? 2 : asked.getInt("seq"); // after it knew its servers
        var session = sessions.stream()
                .filter(each -> each.id().equals(asked.getString("session_id")))
                .findFirst()
                .orElseThrow();
        session.open(open);
        session.after(seen).forEach(event -> Frames.say(open, event.toJson()));
        dispatch(session, "RESUMED", DataObject.empty());
    }

    private static void dispatch(FakeSession session, String type, DataObject data) {
        var event = session.add(type, data);
        session.line().ifPresent(open -> Frames.say(open, event.toJson()));
    }
}
