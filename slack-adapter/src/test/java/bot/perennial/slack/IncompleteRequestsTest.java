package bot.perennial.slack;

import static bot.perennial.slack.HttpMode.FORM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** I9: a signed request in which any one field is missing, empty or of another kind is answered, and soon. */
@Timeout(120)
class IncompleteRequestsTest {
    private static final List<JsonElement> INSTEAD = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive(""),
            new JsonPrimitive(-1),
            new JsonPrimitive("\uD83D<!channel>\u0000"),
            new JsonArray(),
            new JsonObject());
    private static final List<String> PAYLOADS = List.of("""
            {"type":"block_actions","trigger_id":"t","response_url":"https://x.example","team":{"id":"T1"},
             "user":{"id":"U0ANA","name":"ana","team_id":"T1"},"container":{"type":"message","is_ephemeral":false},
             "message":{"text":"x","blocks":[{"type":"section","block_id":"e0.0.0","text":{"type":"mrkdwn","text":"x"}}]},
             "actions":[{"type":"button","action_id":"/place ENTRY","value":"/place ENTRY","block_id":"e0.0.0",
              "action_ts":"1.2"}]}""", """
            {"type":"block_actions","trigger_id":"t","team":{"id":"T1"},"user":{"id":"U0ANA"},
             "actions":[{"type":"multi_static_select","action_id":"picks /place","block_id":"e0.0.0","action_ts":"1.2",
              "selected_options":[{"value":"BESIDE","text":{"type":"plain_text","text":"x"}}]}]}""", """
            {"type":"view_submission","trigger_id":"t","team":{"id":"T1"},"user":{"id":"U0ANA","name":"ana"},
             "view":{"type":"modal","id":"V1","hash":"h","callback_id":"form","private_metadata":"/echo\\n\\ntyped",
              "blocks":[{"type":"input","block_id":"text","element":{"type":"plain_text_input","action_id":"text"}}],
              "state":{"values":{"text":{"text":{"type":"plain_text_input","value":"nonsense"}}}}}}""", """
            {"type":"message_action","callback_id":"remember_this_person","trigger_id":"t","response_url":"https://x.example",
             "team":{"id":"T1"},"user":{"id":"U0ANA","name":"ana"},"channel":{"id":"C1"},"message_ts":"1.2",
             "message":{"type":"message","user":"U0DANA","text":"hi <@U0LEE>","ts":"1.2"}}""", """
            {"type":"shortcut","callback_id":"log_a_meeting","trigger_id":"t","team":{"id":"T1"},"user":{"id":"U0ANA"}}""");

    @Test
    void areAnsweredInTime() throws Exception {
        try (var http = new HttpMode()) {
            for (var payload : PAYLOADS) {
                for (var broken : broken(payload)) {
                    check(http, "payload=" + URLEncoder.encode(broken, UTF_8));
                }
            }
            for (var without : Stream.of("command", "team_id", "user_id", "user_name", "trigger_id", "text")
                    .toList()) {
                check(http, http.command("hello").replaceAll("(^|&)" + without + "=[^&]*", ""));
                check(http, http.command("hello").replaceAll("(^|&)" + without + "=[^&]*", "$1" + without + "="));
                check(http, http.command("hello") + "&" + without + "=x");
            }
            assertThat(http.send(FORM, http.command("still there"), http.now()).body())
                    .contains("still there");
        }
    }

    private static void check(HttpMode http, String body) throws Exception {
        var begun = System.nanoTime();
        var unknown = http.adapter.unknown();
        var answer = http.send(FORM, body, http.now());
        assertThat(answer.status()).as(body).isIn(200, 400, 404);
        assertThat(http.adapter.unknown() - unknown).as("counted: %s", body).isEqualTo(answer.status() == 200 ? 0 : 1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(body).isLessThan(Duration.ofSeconds(3));
        http.time.pass(Duration.ofSeconds(2));
    }

    /** The payload with each of its fields taken out, and with each of them replaced by something else. */
    private static List<String> broken(String payload) {
        var all = new ArrayList<String>();
        var whole = JsonParser.parseString(payload);
        spoil(whole, whole, all);
        return all;
    }

    private static void spoil(JsonElement whole, JsonElement part, List<String> all) {
        if (part instanceof JsonObject object) {
            for (var name : List.copyOf(object.keySet())) {
                var value = object.remove(name);
                all.add(whole.toString());
                for (var instead : INSTEAD) {
                    object.add(name, instead);
                    all.add(whole.toString());
                }
                object.add(name, value);
                spoil(whole, value, all);
            }
        } else if (part instanceof JsonArray array) {
            array.forEach(element -> spoil(whole, element, all));
        }
    }
}
