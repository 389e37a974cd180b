package bot.perennial.slack;

import bot.perennial.core.message.Message;

/** Lets the measurements reach the drawing of messages alone, which nobody else needs to. */
public final class Drawing {
    private Drawing() {}

    /** The message as Slack is sent it. */
    public static String of(Message message) {
        return BlockKit.blocks(message);
    }
}
