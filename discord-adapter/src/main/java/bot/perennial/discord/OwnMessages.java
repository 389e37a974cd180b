package bot.perennial.discord;

import bot.perennial.core.delivery.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * What the bot wrote to one member lately. A message carries its letter's key in what can be pressed, unless it had
 * nothing to press or was replaced by the answer to a press.
 *
 * @param all whether nothing was written before
 */
record OwnMessages(List<Written> written, Instant from, boolean all) {
    private static final int MOST = 100;
    private static final Duration CLOCKS_APART = Duration.ofHours(2);

    /** One of them, with the keys that it carries. */
    record Written(String id, Instant at, Set<String> keys) {}

    static RestAction<OwnMessages> latest(JDA jda, PrivateChannel channel) {
        return new RestActionImpl<>(
                jda,
                Route.Messages.GET_MESSAGE_HISTORY
                        .compile(channel.getId())
                        .withQueryParams("limit", Integer.toString(MOST)),
                (response, request) ->
                        read(response.getArray(), jda.getSelfUser().getId()));
    }

    private static OwnMessages read(DataArray messages, String self) {
        var written = messages.stream(DataArray::getObject)
                .filter(message -> message.getObject("author").getString("id").equals(self))
                .map(message -> new Written(
                        message.getString("id"),
                        at(message),
                        keys(message).filter(key -> !key.isEmpty()).collect(Collectors.toUnmodifiableSet())))
                .toList();
        var from = messages.stream(DataArray::getObject)
                .map(OwnMessages::at)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new OwnMessages(written, from, messages.length() < MOST);
    }

    /** What became of a message that was first tried at an instant. */
    Trace trace(String key, Instant since) {
        var earliest = since.minus(CLOCKS_APART);
        var found = written.stream().filter(each -> each.keys().contains(key)).findFirst();
        if (found.isPresent()) {
            return new Trace.Found(found.get().id());
        }
        var perhapsReplaced = written.stream()
                .anyMatch(each -> each.keys().isEmpty() && !each.at().isBefore(earliest));
        return perhapsReplaced || !(all || from.isBefore(earliest)) ? new Trace.Hidden() : new Trace.Missing();
    }

    private static Instant at(DataObject message) {
        return TimeUtil.getTimeCreated(message.getUnsignedLong("id")).toInstant();
    }

    private static Stream<String> keys(DataObject component) {
        var own = component.getString("custom_id", "");
        var inner = new ArrayList<DataObject>();
        component.optArray("components").ifPresent(parts -> parts.stream(DataArray::getObject)
                .forEach(inner::add));
        return Stream.concat(Stream.of(CustomId.read(own).key()), inner.stream().flatMap(OwnMessages::keys));
    }
}
