package bot.perennial.discord;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What Discord says about connecting the bot.
 *
 * @param shards into how many shards its servers should be divided
 * @param atOnce how many of them may introduce themselves in the same five seconds
 * @param left how often the bot may still introduce itself, whoever of its processes does
 * @param renewed how soon it may as often as ever again
 */
record Limits(int shards, int atOnce, int left, Duration renewed) {
    /** So many introductions are kept for a person who mends something. */
    private static final int RESERVE = 20;

    private static final int USUALLY_LEFT = 1000;

    static Limits ask(PlainRest rest) throws IOException {
        var answer = rest.call("GET", "gateway/bot", BodyPublishers.noBody());
        if (answer.statusCode() == PlainRest.REFUSED) {
            throw new InvalidTokenException();
        }
        if (answer.statusCode() != PlainRest.FINE) {
            throw new IOException("Discord answered with status " + answer.statusCode());
        }
        try {
            var said = DataObject.fromJson(answer.body());
            var starts = said.optObject("session_start_limit").orElseGet(DataObject::empty);
            return new Limits(
                    Math.max(1, said.getInt("shards", 1)),
                    Math.max(1, starts.getInt("max_concurrency", 1)),
                    starts.getInt("remaining", USUALLY_LEFT),
                    Duration.ofMillis(starts.getLong("reset_after", 0)));
        } catch (ParsingException page) { // as proxies send them
            throw new IOException("Discord's answer can't be read", page);
        }
    }

    /** How long to wait before the next introduction. */
    Duration pause() {
        return left > RESERVE ? Duration.ZERO : renewed;
    }
}
