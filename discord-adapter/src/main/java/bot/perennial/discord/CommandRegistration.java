package bot.perennial.discord;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The commands as Discord is to know them, made from their specs. */
public final class CommandRegistration {
    private static final int LONGEST_DESCRIPTION = 100;
    private static final int LONGEST_VALUE = 1500;
    private static final int MOST_CHOICES = 25;
    private static final List<String> RHYTHMS =
            List.of("2 weeks", "month", "6 weeks", "quarter", "6 months", "year", "stop");

    private static final Set<String> EMPTY = Set.of("null", "false", "[]", "{}");

    private CommandRegistration() {}

    /** One definition for each name; a name whose specs have words is registered with subcommands only. */
    static List<CommandData> definitions(List<CommandSpec> specs) {
        return Stream.concat(slash(specs), shortcuts(specs)).toList();
    }

    private static Stream<CommandData> slash(List<CommandSpec> specs) {
        return specs.stream()
                .filter(CommandSpec::visible)
                .collect(Collectors.groupingBy(CommandSpec::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(CommandRegistration::definition);
    }

    /** The same commands from a member's or a message's own menu. */
    private static Stream<CommandData> shortcuts(List<CommandSpec> specs) {
        var paths = specs.stream().map(CommandSpec::path).toList();
        var met = paths.contains("met") ? Stream.of(Commands.user("I met them")) : Stream.<CommandData>empty();
        var followUp = paths.contains("followup")
                ? Stream.of(Commands.message("Follow up on this"))
                : Stream.<CommandData>empty();
        return Stream.concat(met, followUp).map(command -> command.setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL));
    }

    /** The definitions as text, for people and for telling whether they changed. */
    public static String text(List<CommandSpec> specs) {
        return DataArray.fromCollection(definitions(specs)).toPrettyString();
    }

    /** Whether Discord already knows exactly these. */
    static boolean same(List<? extends CommandData> wanted, List<? extends CommandData> registered) {
        return comparable(wanted).equals(comparable(registered));
    }

    private static List<String> comparable(List<? extends CommandData> commands) {
        return commands.stream()
                .map(command ->
                        canonical(DataObject.fromJson(command.toData().toJson()).toMap()))
                .sorted()
                .toList();
    }

    /** Discord leaves out what is false, empty or null, and keeps keys and short lists in an order of its own. */
    private static String canonical(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(entry -> !EMPTY.contains(String.valueOf(entry.getValue())))
                        .map(entry -> entry.getKey() + "=" + canonical(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list
            when list.stream().allMatch(Map.class::isInstance) ->
                list.stream().map(CommandRegistration::canonical).collect(Collectors.joining(",", "[", "]"));
            case List<?> list ->
                list.stream().map(String::valueOf).sorted().toList().toString();
            default -> value.toString();
        };
    }

    private static SlashCommandData definition(List<CommandSpec> specs) {
        var plain = specs.stream().filter(spec -> spec.word().isEmpty()).findFirst();
        var first = plain.orElseGet(specs::getFirst);
        var definition = Commands.slash(first.name(), description(first.summary(), first.name()))
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL);
        if (plain.isPresent()) {
            return definition.addOptions(options(first));
        }
        return definition.addSubcommands(specs.stream()
                .map(spec -> new SubcommandData(spec.word(), description(spec.summary(), spec.path()))
                        .addOptions(options(spec)))
                .toList());
    }

    private static List<OptionData> options(CommandSpec spec) {
        return spec.options().stream()
                .flatMap(option -> option(option).stream())
                .toList();
    }

    /** None is required: a command without its options opens a form or says what it needs. */
    private static Optional<OptionData> option(Option<?> option) {
        var data = new OptionData(OptionType.STRING, option.name(), description(option.help(), option.name()));
        return switch (option.kind()) {
            case Kind.People people -> completed(data);
            case Kind.Someone someone -> completed(data);
            case Kind.Day day -> completed(data);
            case Kind.Due due -> completed(data);
            case Kind.Words(Kind.Words.Source source, int most) ->
                switch (source) {
                    case PLACES -> completed(data);
                    case NONE -> Optional.of(data.setMaxLength(LONGEST_VALUE));
                };
            case Kind.Every every -> {
                RHYTHMS.forEach(rhythm -> data.addChoice(rhythm, rhythm));
                yield Optional.of(data);
            }
            case Kind.OneOf(List<Choice> choices) -> chosen(data, choices);
            case Kind.Tags tags -> Optional.empty();
            case Kind.Id id -> Optional.empty();
        };
    }

    private static Optional<OptionData> completed(OptionData data) {
        return Optional.of(data.setMaxLength(LONGEST_VALUE).setAutoComplete(true));
    }

    private static Optional<OptionData> chosen(OptionData data, List<Choice> choices) {
        if (choices.size() > MOST_CHOICES) {
            return completed(data);
        }
        choices.forEach(choice -> data.addChoice(DiscordText.label(choice.label(), 100), choice.value()));
        return Optional.of(data);
    }

    private static String description(String text, String instead) {
        return DiscordText.label(text.isBlank() ? instead : text, LONGEST_DESCRIPTION);
    }
}
