package bot.perennial.discord;

import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.SlashCommandInteraction;

/** Who did something on Discord, where, and with which values. */
final class DiscordArguments {
    static final String PLATFORM = "discord";

    /** The community of whoever speaks outside a server that has the bot: one's own, with nobody else in it. */
    static final String PERSONAL = "@me";

    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,20})>");

    private DiscordArguments() {}

    /**
     * A gesture. Its community is the server that has the bot, else the one that the pressed component carries, else
     * the member's own: a direct message and a server without the bot have no community to keep things in.
     */
    static Gesture gesture(Interaction interaction, String carried) {
        var home = home(interaction);
        var workspace = home.isEmpty() ? carried.isEmpty() ? PERSONAL : carried : home;
        var user = interaction.getUser();
        var member = Optional.ofNullable(interaction.getMember());
        return new Gesture(
                new Account(PLATFORM, workspace, user.getId()),
                interaction.getId(),
                member.map(Member::getEffectiveName).orElse(user.getEffectiveName()),
                Optional.empty(),
                LocaleCountry.of(interaction.getUserLocale().getLocale()));
    }

    /** The server that the interaction came from if it has the bot, else empty. */
    static String home(Interaction interaction) {
        var guild = interaction.getGuild();
        var owner = interaction.getIntegrationOwners().getAuthorizingGuildIdLong();
        return guild != null && owner != null && owner == guild.getIdLong() ? guild.getId() : "";
    }

    /** The community that components shown in answer to a gesture have to carry. */
    static String carried(Interaction interaction, Account account) {
        return carried(account.workspace(), home(interaction));
    }

    static String carried(String workspace, String home) {
        return workspace.equals(home) || workspace.equals(PERSONAL) ? "" : workspace;
    }

    /** The values of the options that were given. */
    static Map<String, List<Token>> values(SlashCommandInteraction interaction, Account account) {
        var values = new LinkedHashMap<String, List<Token>>();
        for (var option : interaction.getOptions()) {
            values.put(option.getName(), tokens(interaction, option, account));
        }
        return values;
    }

    static Token mention(Account by, User user) {
        var account = new Account(PLATFORM, by.workspace(), user.getId());
        return new Token.Mention(new Who.Mentioned(account, user.getEffectiveName()));
    }

    private static List<Token> tokens(CommandInteractionPayload interaction, OptionMapping option, Account by) {
        var text = option.getAsString();
        var names = names(option);
        var tokens = new ArrayList<Token>();
        var mentions = MENTION.matcher(text);
        var at = 0;
        while (mentions.find()) {
            if (mentions.start() > at) {
                tokens.add(new Token.Text(text.substring(at, mentions.start())));
            }
            var id = mentions.group(1);
            var name = names.computeIfAbsent(id, unresolved -> name(interaction, unresolved));
            tokens.add(new Token.Mention(new Who.Mentioned(new Account(PLATFORM, by.workspace(), id), name)));
            at = mentions.end();
        }
        if (at < text.length()) {
            tokens.add(new Token.Text(text.substring(at)));
        }
        return List.copyOf(tokens);
    }

    private static Map<String, String> names(OptionMapping option) {
        var names = new HashMap<String, String>();
        option.getMentions().getUsers().forEach(user -> names.put(user.getId(), user.getEffectiveName()));
        option.getMentions().getMembers().forEach(member -> names.put(member.getId(), member.getEffectiveName()));
        return names;
    }

    /** Asks for a name that the interaction did not bring; a member must never wait long for it. */
    private static String name(CommandInteractionPayload interaction, String id) {
        try {
            return interaction
                    .getJDA()
                    .retrieveUserById(id)
                    .submit()
                    .get(1, TimeUnit.SECONDS)
                    .getEffectiveName();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "member " + id;
        } catch (Exception unknown) {
            return "member " + id;
        }
    }
}
