package bot.perennial.app.console;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Brings private messages to the console, to be shown there. */
public final class ConsoleCourier implements Courier {
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    /** A message to someone. */
    record Arrival(Account to, Message message) {}

    @Override
    public String platform() {
        return ConsoleMembers.PLATFORM;
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.empty();
    }

    @Override
    public Delivery deliver(Account to, Message message, String key) {
        arrivals.add(new Arrival(to, message));
        return new Delivery.Sent(key);
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }

    /** What has arrived since the last time. */
    List<Arrival> arrived() {
        var all = new ArrayList<Arrival>();
        for (var next = arrivals.poll(); next != null; next = arrivals.poll()) {
            all.add(next);
        }
        return all;
    }
}
