package bot.perennial.discord;

import bot.perennial.core.command.CommandSpec;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
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
    private final PlainRest rest;
    private final List<CommandSpec> specs;

    public RegisteredCommands(DiscordSettings settings, List<CommandSpec> specs) {
        this.rest = new PlainRest(settings);
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
        var answer = rest.call(method, path, body);
        if (answer.statusCode() == PlainRest.FINE) {
            return answer.body();
        }
        throw new IOException(
                answer.statusCode() == PlainRest.REFUSED
                        ? "Discord refuses DISCORD_TOKEN: make a new one in the Developer Portal, Bot > Reset Token."
                        : "Discord answered with status " + answer.statusCode()
                                + ". Nothing changed; try again later.");
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
