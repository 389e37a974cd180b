package bot.perennial.discord.testing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The direct messages of everyone, with the keys by which repeats are recognised for a while. */
public final class FakeDirects {
    private static final long DISCORDS_EPOCH = 1_420_070_400_000L;
    private static final int MOST = 100;

    private final Map<String, DataObject> nonces = new ConcurrentHashMap<>();
    private final Map<String, List<DataObject>> channels = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private volatile InstantSource time = InstantSource.system();

    /** The time by which they are written from here on. */
    public void time(InstantSource source) {
        time = source;
    }

    /** As time does, after a few minutes. */
    public void forgetNonces() {
        nonces.clear();
    }

    /** The message that was sent with a nonce before. */
    Optional<DataObject> before(String channel, String nonce) {
        return Optional.ofNullable(nonces.get(channel + " " + nonce));
    }

    /** A message's id tells when it was made. */
    synchronized DataObject add(String channel, DataObject body) {
        var id = ((time.millis() - DISCORDS_EPOCH) << 22) + count.incrementAndGet();
        var message = FakePayloads.message(Long.toString(id), channel, body);
        nonces.put(channel + " " + body.getString("nonce"), message);
        channels.computeIfAbsent(channel, key -> new ArrayList<>()).add(message);
        return message;
    }

    synchronized void edit(DataObject message) {
        channels.getOrDefault(message.getString("channel_id"), new ArrayList<>())
                .replaceAll(old -> old.getString("id").equals(message.getString("id")) ? message : old);
    }

    /** The latest first. */
    synchronized DataArray latest(String channel) {
        return DataArray.fromCollection(channels.getOrDefault(channel, List.of()).reversed().stream()
                .limit(MOST)
                .toList());
    }
}
