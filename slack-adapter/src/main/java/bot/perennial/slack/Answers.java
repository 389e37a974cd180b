package bot.perennial.slack;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.message.Reply.Place;
import bot.perennial.core.people.Account;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings replies to where the gesture was made: by its response address, as a modal, or else by direct message. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Message TOO_LATE = Message.of(
            "Slack closed the door before I could show you the form. Nothing was stored. Please try once more.");
    private static final Message NO_FORM = Message.of("Slack doesn't let me show a form any more: whoever runs this bot"
            + " has to install it again. Nothing was stored. Typed in one line, your command still works.");

    private final MethodsClient slack;
    private final Access access;
    private final ResponseAddresses addresses;
    private final Courier courier;

    Answers(MethodsClient slack, Access access, ResponseAddresses addresses, Courier courier) {
        this.slack = slack;
        this.access = access;
        this.addresses = addresses;
        this.courier = courier;
    }

    /**
     * Where a gesture was made.
     *
     * @param id the gesture's
     * @param address where it may be answered; empty for none
     * @param trigger opens a modal, for three seconds
     * @param press the message that was pressed in, as far as Slack shows it; empty for other gestures
     */
    record Spot(Account account, String id, String address, String trigger, Optional<Press> press) {}

    /** A press in a message, of which Slack sends the blocks unless it was ephemeral. */
    record Press(String block, List<LayoutBlock> shown) {}

    void bring(Spot spot, Reply reply) {
        switch (reply) {
            case Reply.Done(Message message, Place place) -> place(spot, message, place);
            case Reply.Refused(Message message, String option) -> beside(spot, message);
            case Reply.Ask(Form form) -> open(spot, form);
        }
    }

    private void place(Spot spot, Message message, Place place) {
        if (spot.press().isEmpty()) {
            beside(spot, message);
            return;
        }
        switch (place) {
            case WHOLE -> post(spot, message, answer(Fallback.of(message), BlockKit.blocks(message), true));
            case ENTRY ->
                BlockKit.swap(spot.press().get().shown(), spot.press().get().block(), message)
                        .ifPresentOrElse(
                                blocks -> post(spot, message, answer(Fallback.of(blocks), blocks, true)),
                                () -> beside(spot, message));
            case BESIDE -> beside(spot, message);
        }
    }

    private void beside(Spot spot, Message message) {
        post(spot, message, ephemeral(message));
    }

    private void post(Spot spot, Message message, String answer) {
        if (!addresses.post(spot.address(), answer)) {
            courier.deliver(spot.account(), message, spot.id());
        }
    }

    private void open(Spot spot, Form form) {
        if (!access.granted()) {
            beside(spot, NO_FORM);
            return;
        }
        var view = SlackForms.view(form, spot.address(), spot.press().isPresent());
        try {
            var answer =
                    slack.viewsOpen(request -> request.triggerId(spot.trigger()).view(view));
            if (answer.isOk()) {
                return;
            }
            if (!access.refusedBy(String.valueOf(answer.getError()))) {
                LOG.warn("event=slack_form_refused error={}", Access.name(answer.getError()));
            }
        } catch (IOException | SlackApiException | RuntimeException e) { // the SDK's own stumbling included
            LOG.warn("event=slack_form_failed kind={}", e.getClass().getSimpleName());
        }
        beside(spot, TOO_LATE);
    }

    /** A message that only the one who made the gesture sees, as JSON. */
    static String ephemeral(Message message) {
        return answer(Fallback.of(message), BlockKit.blocks(message), false);
    }

    private static String answer(String text, String blocks, boolean replaces) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("response_type", "ephemeral");
            json.writeStringField("text", text);
            if (!blocks.equals("[]")) {
                json.writeFieldName("blocks");
                json.writeRawValue(blocks);
            }
            if (replaces) {
                json.writeBooleanField("replace_original", true);
            }
            json.writeEndObject();
        });
    }
}
