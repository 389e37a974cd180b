package bot.perennial.core.command;

import bot.perennial.core.people.Who;

/** A piece of typed text, after the adapter has decoded its platform's mention markup. */
public sealed interface Token {
    /** Text as it was typed, with its spaces, quotes and line breaks. */
    record Text(String text) implements Token {}

    /** A mention. */
    record Mention(Who.Mentioned who) implements Token {}
}
