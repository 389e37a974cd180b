package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.Doors;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F33: while nothing leads to Discord nudges wait, and the bot tries again until something does. */
@Timeout(60)
class DiscordUnreachableTest {
    private static final InstantSource TIME = InstantSource.system();
    private static final String NOWHERE = "http://discord.invalid/api/v10/";

    @TempDir
    private Path folder;

    private final ProxySelector usual = ProxySelector.getDefault();
    private final FakeDiscord discord = new FakeDiscord();

    @AfterEach
    void close() {
        ProxySelector.setDefault(usual);
        discord.close();
    }

    @Test
    void waitsUntilDiscordsNameIsKnown() {
        comesBackFrom(Proxy.NO_PROXY);
    }

    @Test
    void waitsUntilAProxyLetsItPass() throws Exception {
        try (var proxy = Doors.answering(Doors.PROXY)) {
            comesBackFrom(through(proxy.port()));
            assertThat(proxy.knocks()).isPositive();
        }
    }

    @Test
    void triesAgainWhenTheCertificateHasExpired() throws Exception {
        try (var server = Doors.expired(folder)) {
            var adapter = adapter("https://127.0.0.1:" + server.port() + "/api/v10/");
            adapter.start();
            until(() -> server.knocks() > 1);
            assertThat(adapter.ready()).isFalse();
            assertThat(delivered(adapter)).isInstanceOf(Delivery.Later.class);
            adapter.stop(Duration.ofSeconds(5));
        }
    }

    private void comesBackFrom(Proxy trouble) {
        var ways = new Ways(
                trouble, through(URI.create(discord.settings().apiUrl()).getPort()));
        ProxySelector.setDefault(ways);
        var adapter = adapter(NOWHERE);
        adapter.start();
        until(() -> ways.asked.get() > 0);
        assertThat(delivered(adapter)).isInstanceOf(Delivery.Later.class);
        assertThat(adapter.ready()).isFalse();
        until(adapter::ready);
        assertThat(ways.asked).hasValueGreaterThan(1);
        adapter.stop(Duration.ofSeconds(5));
    }

    private DiscordAdapter adapter(String api) {
        var settings = new DiscordSettings(
                discord.settings().token(), api, discord.settings().gatewayUrl());
        return new DiscordAdapter(settings, new Bot(List.of(), new InMemoryStore(), TIME), TIME, Alone.at(TIME));
    }

    private static Delivery delivered(DiscordAdapter adapter) {
        return adapter.courier().deliver(new Account("discord", "1", "2"), Message.of("Good morning"), "key");
    }

    private static Proxy through(int port) {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** The first way leads nowhere, every later one to Discord. */
    private static final class Ways extends ProxySelector {
        private final Proxy first;
        private final Proxy later;
        private final AtomicInteger asked = new AtomicInteger();

        Ways(Proxy first, Proxy later) {
            this.first = first;
            this.later = later;
        }

        @Override
        public List<Proxy> select(URI uri) {
            if (!"discord.invalid".equals(uri.getHost())) {
                return List.of(Proxy.NO_PROXY);
            }
            return List.of(asked.getAndIncrement() == 0 ? first : later);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
