package bot.perennial.discord;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.duty.Rota;
import bot.perennial.core.duty.Shift;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on Discord: its shards, as far as they are this process's, connected from start to stop. */
public final class DiscordAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration GIVEN_BACK_WITHIN = Duration.ofSeconds(2);

    private final Unknown unknown = new Unknown();
    private final Rota rota;
    private final SlashListener listener;
    private final Introductions introductions;
    private final Shard.Surroundings around;
    private final DiscordCourier courier;
    private final ExecutorService events = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("discord-event-", 0).factory());
    private final Map<Integer, Shard> shards = new ConcurrentSkipListMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Thread watching;
    private int divided;
    private volatile boolean looked;
    private volatile boolean stopped;
    private volatile boolean tokenRefused;

    /** @param rota which shards are this process's, and which others' */
    public DiscordAdapter(DiscordSettings settings, Bot bot, InstantSource time, Rota rota) {
        this(settings, bot, time, rota, PATIENCE);
    }

    /** With how long a reply may take before it is announced, below Discord's three seconds. */
    DiscordAdapter(DiscordSettings settings, Bot bot, InstantSource time, Rota rota, Duration patience) {
        this(settings, bot, time, rota, patience, Heartbeats.SILENCE);
    }

    /** With how long Discord may leave a heartbeat unanswered, too. */
    DiscordAdapter(
            DiscordSettings settings, Bot bot, InstantSource time, Rota rota, Duration patience, Duration silence) {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
        this.rota = rota;
        this.listener = new SlashListener(bot, patience);
        this.introductions = new Introductions(rota, new PlainRest(settings), settings.gatewayUrl());
        var wire = new Wire();
        this.around = new Shard.Surroundings(
                settings, rota, introductions, listener, bot.specs(), wire, unknown, events, time, silence);
        this.courier = new DiscordCourier(() -> shards.values().stream().anyMatch(Shard::open), this::connection, wire);
    }

    /** Begins to connect and returns; while Discord cannot be reached it keeps trying. */
    public void start() {
        watching = Thread.ofVirtual().name("discord-shards").start(this::watch);
    }

    /** Whether commands reach the bot, here or where it stands by for, and Discord knows them all. */
    public boolean ready() {
        return looked && !refused() && shards.values().stream().allMatch(Shard::ready);
    }

    /** Whether other processes do all of it, and this one waits to take over. */
    public boolean standingBy() {
        return looked && !refused() && shards.isEmpty();
    }

    /** Whether Discord will not have the bot until somebody changes its settings; a log line says which. */
    public boolean refused() {
        return tokenRefused || shards.values().stream().anyMatch(Shard::refused);
    }

    /** How often Discord sent what could not be understood. */
    public int unknown() {
        return unknown.times();
    }

    /** Whom nudges are given to. */
    public Courier courier() {
        return courier;
    }

    /** Lets what was begun finish, within the time given, and leaves its shards to the others. */
    public void stop(Duration within) {
        stopped = true;
        if (watching != null) {
            watching.interrupt();
        }
        var until = System.nanoTime() + within.toNanos();
        looking.lock();
        try {
            if (!shards.isEmpty() && !listener.end(within.dividedBy(2))) {
                LOG.warn("discord answers under way were not awaited any longer");
            }
            end(shards.values(), until);
        } catch (InterruptedException hurry) {
            shards.values().forEach(Shard::drop);
            Thread.currentThread().interrupt();
        } finally {
            looking.unlock();
        }
        leave();
    }

    /** Keeps what is this process's, takes what is free, and ends what is others' by now. */
    void look() {
        looking.lock();
        try {
            if (!stopped && !tokenRefused) { // what Discord refuses one process, no other need ask for
                arrange(rota.look(division()));
                looked = true;
            }
        } catch (Store.NotSaved | Store.PerhapsSaved away) {
            LOG.warn("discord shards not looked after, the database is away");
            lose(shard -> !rota.holds(shard.part()));
        } catch (InvalidTokenException refusal) {
            tokenRefused = true;
            LOG.error("Discord refused DISCORD_TOKEN: make a new one in the Developer Portal, Bot > Reset Token.");
        } catch (IOException unreachable) {
            LOG.atWarn()
                    .addKeyValue("kind", unreachable.getClass().getSimpleName())
                    .log("discord not reached");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) { // the next look is soon
            LOG.atError().setCause(trouble).log("discord shards not looked after");
        } finally {
            looking.unlock();
        }
    }

    private void watch() {
        warmUp();
        try {
            while (!stopped) {
                look();
                Thread.sleep(Rota.LOOK);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asked once: for as long as a process runs the bot's servers stay divided as they are. */
    private int division() throws IOException {
        if (divided == 0) {
            divided = introductions.limits().shards();
        }
        return divided;
    }

    private void arrange(Shift shift) throws InterruptedException {
        lose(shard -> !shift.parts().contains(shard.part()) || shard.of() != shift.of());
        giveBack(shift.surplus());
        for (var part : shift.parts()) {
            if (!shift.surplus().contains(part) && !shards.containsKey(part)) {
                LOG.atInfo()
                        .addKeyValue("shard", part)
                        .addKeyValue("of", shift.of())
                        .log("discord shard taken");
                var shard = new Shard(part, shift.of(), around);
                shards.put(part, shard);
                shard.start();
            }
        }
    }

    private void lose(Predicate<Shard> lost) {
        for (var shard : List.copyOf(shards.values())) {
            if (lost.test(shard)) {
                LOG.atWarn().addKeyValue("shard", shard.part()).log("discord shard lost to another process");
                shard.drop();
                shards.remove(shard.part());
            }
        }
    }

    private void giveBack(Set<Integer> surplus) throws InterruptedException {
        var ending = surplus.stream()
                .flatMap(part -> Optional.ofNullable(shards.get(part)).stream())
                .toList();
        end(ending, System.nanoTime() + GIVEN_BACK_WITHIN.toNanos());
        for (var part : surplus) {
            shards.remove(part);
            rota.giveBack(part);
            LOG.atInfo().addKeyValue("shard", part).log("discord shard given back");
        }
    }

    private static void end(Collection<Shard> ending, long until) throws InterruptedException {
        ending.forEach(Shard::end);
        for (var shard : ending) {
            shard.awaitEnd(Duration.ofNanos(until - System.nanoTime()));
        }
    }

    private void leave() {
        try {
            if (looked) {
                rota.leave();
            }
        } catch (Store.NotSaved | Store.PerhapsSaved away) { // they are free soon all the same
            LOG.warn("discord shards not given back, the database is away");
        }
    }

    private Optional<JDA> connection() {
        return shards.values().stream()
                .flatMap(shard -> shard.connection().stream())
                .findFirst();
    }

    /** Loads what the first answer needs, because the first member has no more than three seconds either. */
    private static void warmUp() {
        var message = Message.of(
                Line.EMPTY.strong("Hello").quote("again"),
                new Control.Button("Again", "/again"),
                new Control.Menu("Later", List.of(new Control.Button("Tomorrow", "/tomorrow"))));
        var form = new Form("Hello", "/hello", "Send", List.of(Field.words("who", "Who", "")));
        var size = new DiscordMarkup("").create(message).toData().toString().length()
                + DiscordForms.modal(form, CustomId.read("/hello"))
                        .toData()
                        .toString()
                        .length();
        LOG.debug("discord warmed up on {} characters", size);
    }
}
