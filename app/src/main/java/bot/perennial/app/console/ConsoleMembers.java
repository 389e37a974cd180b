package bot.perennial.app.console;

import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who sits at the console, one at a time, and whom their mentions mean. */
final class ConsoleMembers {
    static final String PLATFORM = "console";
    private static final Pattern MENTION = Pattern.compile("(?<![^\\s,(])@([\\p{L}\\p{N}][\\p{L}\\p{N}_-]*)");

    private final ZoneId zone;
    private final Map<String, String> names = new HashMap<>();
    private Account speaker;

    ConsoleMembers(String first, ZoneId zone) {
        this.zone = zone;
        this.speaker = account(first);
        as(first);
    }

    ZoneId zone() {
        return zone;
    }

    /** From now on somebody else speaks. */
    void as(String name) {
        speaker = account(name);
        names.put(speaker.user(), name);
    }

    Account speaker() {
        return speaker;
    }

    String name(Account account) {
        return names.getOrDefault(account.user(), capitalised(account.user()));
    }

    /** Something the speaker did just now. */
    Gesture gesture() {
        var country = Locale.getDefault().getCountry();
        return new Gesture(speaker, UUID.randomUUID().toString(), name(speaker), Optional.of(zone), country);
    }

    /** Typed text, with its mentions told apart. */
    List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var mention = MENTION.matcher(text);
        var at = 0;
        while (mention.find()) {
            if (mention.start() > at) {
                tokens.add(new Token.Text(text.substring(at, mention.start())));
            }
            var account = account(mention.group(1));
            tokens.add(new Token.Mention(new Who.Mentioned(account, name(account))));
            at = mention.end();
        }
        if (at < text.length() || tokens.isEmpty()) {
            tokens.add(new Token.Text(text.substring(at)));
        }
        return tokens;
    }

    private static Account account(String name) {
        return new Account(
                PLATFORM, PLATFORM, name.strip().toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
