package bot.perennial.slack;

import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the text of a slash command: mentions become mentions, all other markup becomes what the person saw. */
final class SlackText {
    private static final Pattern MARKUP = Pattern.compile("<([^<>\\n]*)>");
    private static final Pattern MEMBER = Pattern.compile("@([UW][A-Z0-9]{2,})");

    /** Finds what a member is called. */
    interface Names {
        /** The name, or the fallback if it cannot be learnt in time. */
        String of(Account account, String fallback);
    }

    private final Names names;

    SlackText(Names names) {
        this.names = names;
    }

    List<Token> tokens(String team, String text) {
        List<Token> tokens = new ArrayList<>();
        var plain = new StringBuilder();
        var markup = MARKUP.matcher(text);
        var end = 0;
        while (markup.find()) {
            plain.append(unescaped(text.substring(end, markup.start())));
            end = markup.end();
            var bar = markup.group(1).indexOf('|');
            var target = bar < 0 ? markup.group(1) : markup.group(1).substring(0, bar);
            var label = bar < 0 ? "" : unescaped(markup.group(1).substring(bar + 1));
            var member = MEMBER.matcher(target);
            if (member.matches()) {
                flush(plain, tokens);
                var account = new Account("slack", team, member.group(1));
                var name = names.of(account, label.isBlank() ? "someone" : label);
                tokens.add(new Token.Mention(new Who.Mentioned(account, name)));
            } else {
                plain.append(seen(target, label));
            }
        }
        plain.append(unescaped(text.substring(end)));
        flush(plain, tokens);
        return List.copyOf(tokens);
    }

    private static void flush(StringBuilder plain, List<Token> tokens) {
        if (!plain.isEmpty()) {
            tokens.add(new Token.Text(SafeText.clean(plain.toString())));
            plain.setLength(0);
        }
    }

    private static String seen(String target, String label) {
        if (target.startsWith("#")) { // without its sign, which would make it a tag
            return label.isEmpty() ? "a channel" : label;
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1).replaceAll("\\^.*", "") : label;
        }
        var link = unescaped(target);
        return !label.isEmpty() && link.endsWith(label) ? label : link;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
