package bot.perennial.app.console;

import bot.perennial.core.message.Message;

/** What a number presses, and where it stands: a block of a message. */
sealed interface Pressable {
    String line();

    Message message();

    int block();

    /** A button, or one choice of a menu. */
    record Once(String line, Message message, int block) implements Pressable {}

    /** One of several choices that may be taken together. */
    record Pick(String line, String value, int most, Message message, int block) implements Pressable {}
}
