package bot.perennial.app;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.duty.Rota;
import bot.perennial.core.store.Store;
import bot.perennial.discord.DiscordAdapter;
import bot.perennial.discord.DiscordSettings;
import bot.perennial.slack.SlackAdapter;
import bot.perennial.slack.SlackSettings;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** The platforms that are configured. */
final class Platforms {
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private final ProcessName name;
    private final Optional<SlackAdapter> slack;
    private final Optional<DiscordAdapter> discord;

    Platforms(Environment environment, Bot bot, Store store, InstantSource time) {
        name = ProcessName.in(environment.home());
        slack = environment.slack().map(settings -> new SlackAdapter(slack(settings), bot, time));
        discord = environment
                .discord()
                .map(settings -> new DiscordAdapter(
                        remembered(settings, environment.home()),
                        bot,
                        time,
                        new Rota(store, "discord", name.toString(), time)));
    }

    void start() {
        slack.ifPresent(SlackAdapter::start);
        discord.ifPresent(DiscordAdapter::start);
    }

    /** Hears nothing more and lets what is under way end; both at once, because each may take a while. */
    void stop() throws InterruptedException {
        var other = Thread.ofVirtual().start(() -> discord.ifPresent(adapter -> adapter.stop(DRAIN)));
        slack.ifPresent(SlackAdapter::stop);
        other.join();
        name.close();
    }

    List<Courier> couriers() {
        return Stream.concat(slack.map(SlackAdapter::courier).stream(), discord.map(DiscordAdapter::courier).stream())
                .toList();
    }

    Optional<Servlet> servlet() {
        return slack.flatMap(SlackAdapter::servlet);
    }

    /** Whether each is connected, by its name. */
    Map<String, BooleanSupplier> readiness() {
        var parts = new LinkedHashMap<String, BooleanSupplier>();
        slack.ifPresent(adapter -> parts.put("slack", adapter::ready));
        discord.ifPresent(adapter -> parts.put("discord", adapter::ready));
        return parts;
    }

    /** How often each sent what could not be understood, by its name. */
    Map<String, IntSupplier> unknown() {
        var times = new LinkedHashMap<String, IntSupplier>();
        slack.ifPresent(adapter -> times.put("slack", adapter::unknown));
        discord.ifPresent(adapter -> times.put("discord", adapter::unknown));
        return times;
    }

    /** Those that wait here to take over from other processes, by their names. */
    Map<String, BooleanSupplier> standby() {
        var parts = new LinkedHashMap<String, BooleanSupplier>();
        discord.ifPresent(adapter -> parts.put("discord", adapter::standingBy));
        return parts;
    }

    private static SlackSettings slack(Environment.Slack settings) {
        return new SlackSettings(
                new SlackSettings.Secret(settings.botToken().value()),
                settings.appToken().map(secret -> new SlackSettings.Secret(secret.value())),
                settings.signingSecret().map(secret -> new SlackSettings.Secret(secret.value())),
                settings.api().map(URI::toString).orElse(SlackSettings.SLACKS_OWN_API),
                settings.responseHosts());
    }

    /** Only Discord's own gateway counts how often it is connected to. */
    private static DiscordSettings remembered(Environment.Discord settings, Path home) {
        return settings.gateway().isPresent()
                ? discord(settings)
                : discord(settings).startsIn(home.resolve("discord-starts"));
    }

    static DiscordSettings discord(Environment.Discord settings) {
        return new DiscordSettings(
                settings.token().value(),
                settings.api().map(URI::toString).orElse(""),
                settings.gateway().map(URI::toString).orElse(""));
    }
}
