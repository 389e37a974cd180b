package bot.perennial.discord.testing;

import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A session of one shard: what was sent in it, and its line while that is open. */
final class FakeSession {
    private static final int SERVERS_APART = 22;

    private final String id;
    private final int shard;
    private final int of;
    private final List<DataObject> sent = new CopyOnWriteArrayList<>();
    private volatile Optional<Socket> line = Optional.empty();

    /** As it was asked for. */
    FakeSession(String id, DataObject identify) {
        var asked = identify.optArray("shard");
        this.id = id;
        this.shard = asked.map(numbers -> numbers.getInt(0)).orElse(0);
        this.of = asked.map(numbers -> numbers.getInt(1)).orElse(1);
    }

    String id() {
        return id;
    }

    /** Such as {@code 0 of 1}. */
    String shard() {
        return shard + " of " + of;
    }

    /** Whether it is told what happens in a server, or where no server is. */
    boolean hears(String guild) {
        return shard == (guild.isEmpty() ? 0 : (Long.parseLong(guild) >> SERVERS_APART) % of);
    }

    Optional<Socket> line() {
        return line;
    }

    void open(Socket socket) {
        line = Optional.of(socket);
    }

    void closed(Socket socket) {
        line = line.filter(open -> !open.equals(socket));
    }

    /** Takes note of an event and numbers it. */
    DataObject add(String type, DataObject data) {
        var event = DataObject.empty()
                .put("op", 0)
                .put("t", type)
                .put("s", sent.size() + 1)
                .put("d", data);
        sent.add(event);
        return event;
    }

    List<DataObject> after(int number) {
        return sent.stream().filter(event -> event.getInt("s") > number).toList();
    }
}
