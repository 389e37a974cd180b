package bot.perennial.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.InteractionCreateHandler;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A command and a button that nobody pressed, from the frame to the answer, so that the first member does not wait for
 * classes to load. The bot knows no such command and therefore touches no memory; the answers stay in the process.
 */
final class Rehearsal {
    /** How many answers it makes. */
    static final int ANSWERS = 2;

    private static final String TOKEN = "rehearsal";

    private Rehearsal() {}

    static void begin(JDA jda) {
        var frames = new InteractionCreateHandler((JDAImpl) jda);
        frames.handle(0, frame(jda, COMMAND));
        frames.handle(0, frame(jda, BUTTON));
    }

    /** Whether a request answers it, and so must not leave the process. */
    static boolean answeredBy(Request request) {
        return request.url().encodedPath().endsWith("/" + TOKEN + "/callback");
    }

    static Response taken(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{\"interaction\": {\"id\": \"1\", \"type\": 2}}", null))
                .build();
    }

    private static DataObject frame(JDA jda, String kind) {
        var frame = (FRAME + kind).replace("$BOT", jda.getSelfUser().getId()).replace("$TOKEN", TOKEN);
        return DataObject.empty().put("t", "INTERACTION_CREATE").put("d", DataObject.fromJson("{" + frame + "}"));
    }

    private static final String FRAME = """
            "id": "1", "application_id": "$BOT", "token": "$TOKEN", "version": 1, "locale": "en-US", "context": 1,
            "channel_id": "2", "channel": {"id": "2", "type": 1, "recipients": [
              {"id": "3", "username": "nobody", "global_name": "Nobody", "discriminator": "0", "avatar": null}]},
            "entitlements": [], "app_permissions": "0",
            "attachment_size_limit": 0, "authorizing_integration_owners": {"0": "0"},
            "user": {"id": "3", "username": "nobody", "global_name": "Nobody", "discriminator": "0", "avatar": null},
            """;
    private static final String COMMAND = """
            "type": 2, "data": {"id": "4", "name": "rehearsal", "type": 1, "options": [
              {"name": "who", "type": 3, "value": "Ana"}]}
            """;
    private static final String BUTTON = """
            "type": 3, "data": {"component_type": 2, "custom_id": "/rehearsal", "id": 2}, "message": {
              "id": "5", "type": 0, "content": "", "channel_id": "2", "flags": 32768, "tts": false, "pinned": false,
              "author": {"id": "$BOT", "username": "bot", "discriminator": "0", "avatar": null, "bot": true},
              "timestamp": "2026-03-02T09:00:00+00:00", "edited_timestamp": null, "mention_everyone": false,
              "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [
                {"type": 10, "id": 1, "content": "Hello"},
                {"type": 1, "id": 3, "components": [
                  {"type": 2, "id": 2, "style": 2, "label": "Again", "custom_id": "/rehearsal"}]}]}
            """;
}
