package bot.perennial.discord;

import bot.perennial.core.command.CommandSpec;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The commands that Discord has registered for the bot, looked at and renewed without connecting it. */
public final class RegisteredCommands {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FINE = 200;
    private static final int REFUSED = 401;

    private final DiscordSettings settings;
    private final List<CommandSpec> specs;

    public RegisteredCommands(DiscordSettings settings, List<CommandSpec> specs) {
        this.settings = settings;
        this.specs = List.copyOf(specs);
    }

    /** A line for each command that Discord lacks (+), has too many (-) or knows otherwise (~); none if it knows all. */
    public List<String> differences() throws IOException {
        var wanted = byName(CommandRegistration.definitions(specs));
        var registered = byName(registered());
        var names = new TreeSet<>(wanted.keySet());
        names.addAll(registered.keySet());
        var lines = new ArrayList<String>();
        for (var name : names) {
            if (!registered.containsKey(name)) {
                lines.add("+ " + name);
            } else if (!wanted.containsKey(name)) {
                lines.add("- " + name);
            } else if (!CommandRegistration.same(List.of(wanted.get(name)), List.of(registered.get(name)))) {
                lines.add("~ " + name);
            }
        }
        return lines;
    }

    /** Registers the bot's commands in place of all that is registered, and says how many. */
    public int push() throws IOException {
        var body =
                DataArray.fromCollection(CommandRegistration.definitions(specs)).toString();
        return DataArray.fromJson(call("PUT", commands(), BodyPublishers.ofString(body)))
                .length();
    }

    private List<CommandData> registered() throws IOException {
        var all = DataArray.fromJson(call("GET", commands(), BodyPublishers.noBody()));
        return all.stream(DataArray::getObject).map(CommandData::fromData).toList();
    }

    private String commands() throws IOException {
        var application = DataObject.fromJson(call("GET", "applications/@me", BodyPublishers.noBody()));
        return "applications/" + application.getString("id") + "/commands";
    }

    private String call(String method, String path, BodyPublisher body) throws IOException {
        var base = settings.apiUrl().isEmpty() ? "https://discord.com/api/v10/" : settings.apiUrl();
        var request = HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + path : base + "/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bot " + settings.token())
                .header("Content-Type", "application/json")
                .header("User-Agent", "DiscordBot (https://localhost, 1)")
                .method(method, body)
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // without TLS, an offer to upgrade confuses proxies
                .connectTimeout(PATIENCE)
                .build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == FINE) {
                return answer.body();
            }
            throw new IOException(
                    answer.statusCode() == REFUSED
                            ? "Discord refuses DISCORD_TOKEN: make a new one in the Developer Portal, Bot > Reset Token."
                            : "Discord answered with status " + answer.statusCode()
                                    + ". Nothing changed; try again later.");
        } catch (ConnectException e) {
            throw new IOException("Discord can't be reached. Check the network and DISCORD_API_URL.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while Discord was asked", e);
        }
    }

    private static Map<String, CommandData> byName(List<? extends CommandData> commands) {
        return commands.stream()
                .collect(Collectors.toMap(RegisteredCommands::name, Function.identity(), (first, second) -> second));
    }

    private static String name(CommandData command) {
        return switch (command.getType()) {
            case SLASH -> "/" + command.getName();
            default -> command.getName();
        };
    }
}
