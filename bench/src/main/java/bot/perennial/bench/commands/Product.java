package bot.perennial.bench.commands;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Store;
import java.time.InstantSource;
import java.util.List;

/** What members do, through the bot itself. */
final class Product {
    private final Bot bot;

    Product(Store store, InstantSource time) {
        this.bot = new Bot(Commands.all(), store, time);
    }

    void met(Keys keys) {
        typed(keys, "met", Population.name(keys) + " at Blue Bottle - moving to fintech in May, wants visa advice");
    }

    void followUp(Keys keys) {
        typed(keys, "followup", Population.name(keys) + " 2w - send the visa article kind:share");
    }

    /** A rhythm places a hello, which must know of the others. */
    void rhythm(Keys keys) {
        typed(keys, "followup", Population.name(keys) + " every 8 weeks");
    }

    /** As under a nudge. */
    void reached(Keys keys) {
        done(bot.pressed(Population.gesture(keys), "/reached " + new Who.Known(keys.person()).typed()));
    }

    void find(Keys keys) {
        typed(keys, "people", "find fintech");
    }

    void complete(Keys keys) {
        if (bot.complete(Population.gesture(keys), "met", "who", "an").isEmpty()) {
            throw new IllegalStateException("Nobody was suggested");
        }
    }

    private void typed(Keys keys, String name, String text) {
        done(bot.typed(Population.gesture(keys), name, List.of(new Token.Text(text))));
    }

    private static void done(Reply reply) {
        if (!(reply instanceof Reply.Done)) {
            throw new IllegalStateException("Not done: " + reply);
        }
    }
}
