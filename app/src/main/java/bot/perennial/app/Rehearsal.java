package bot.perennial.app;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One example of each command, said to a bot that forgets it, so that no member has to wait for classes to load. */
final class Rehearsal {
    private final Bot bot;
    private final Account nobody =
            new Account("rehearsal", "none", UUID.randomUUID().toString());

    /** With a bot whose store keeps nothing. */
    Rehearsal(Bot bot) {
        this.bot = bot;
    }

    void run() {
        var names = new HashSet<String>();
        bot.specs().stream()
                .filter(spec -> names.add(spec.name()))
                .map(CommandSpec::examples)
                .flatMap(examples -> examples.stream().limit(1))
                .forEach(this::say);
    }

    private void say(String example) {
        var words = example.substring(1).split("\\s+", 2);
        var gesture = new Gesture(nobody, example, "Nobody", Optional.of(ZoneOffset.UTC), "");
        bot.typed(gesture, words[0], List.of(new Token.Text(words.length < 2 ? "" : words[1])));
    }
}
