package bot.perennial.slack;

import static bot.perennial.slack.HttpMode.FORM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.commands.Commands;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T5: a request that was recorded, and one that Slack sends again, change nothing however often they come. */
@Timeout(60)
class RepeatedRequestsTest {
    private static final int TIMES = 3;

    @Test
    void changeNothing() throws Exception {
        try (var http = new HttpMode(Commands.all())) {
            var recorded = record(http);
            var before = http.store.snapshot();
            assertThat(before).contains("Dana", "Lee");
            for (var request : recorded) {
                for (var time = 0; time < TIMES; time++) {
                    assertThat(http.send(FORM, request.body(), request.stamp()).status())
                            .as("recorded by somebody: " + request.body())
                            .isEqualTo(401);
                    http.time.pass(Duration.ofSeconds(1)); // what is sent again is signed anew
                    assertThat(http.send(FORM, request.body(), http.now()))
                            .as("sent again by Slack: " + request.body())
                            .satisfies(answer -> assertThat(answer.status()).isEqualTo(200))
                            .satisfies(answer -> assertThat(answer.body()).isEqualTo(request.answer()));
                }
            }
            assertThat(http.store.snapshot()).isEqualTo(before);
        }
    }

    /** A request that was taken, when it was signed, and what it was answered with. */
    private record Recorded(String body, String stamp, String answer) {}

    private static List<Recorded> record(HttpMode http) throws Exception {
        var bodies = List.of(
                http.command("met", "Dana at PyCon - visa advice"),
                http.command("met", "Lee - jazz next:2w"),
                http.command("followup", "dana fri - send the article"),
                press("/followup ~1 done", "press-1"),
                press("/keep ~1 1w", "press-2"),
                form("/followup", "who", "Lee", "V1"),
                http.command("nudge", "pause until 1 may"));
        var recorded = new ArrayList<Recorded>();
        for (var body : bodies) {
            http.time.pass(Duration.ofSeconds(1));
            var answer = http.send(FORM, body, http.now());
            assertThat(answer.status()).as(body).isEqualTo(200);
            recorded.add(new Recorded(body, http.now(), answer.body()));
        }
        return recorded;
    }

    private static String press(String line, String trigger) {
        return payload("""
                {"type":"block_actions","trigger_id":"%s","team":{"id":"T1"},"user":{"id":"U0ANA","name":"ana"},
                 "actions":[{"type":"button","action_id":"%s","value":"%s","block_id":"e0.0.0","action_ts":"1.2"}]}
                """.formatted(trigger, line, line));
    }

    private static String form(String line, String field, String answer, String view) {
        return payload("""
                {"type":"view_submission","trigger_id":"t","team":{"id":"T1"},"user":{"id":"U0ANA","name":"ana"},
                 "view":{"type":"modal","id":"%s","hash":"1.hash","callback_id":"form","private_metadata":"%s\\n\\ntyped","blocks":[],
                 "state":{"values":{"%s":{"%s":{"type":"plain_text_input","value":"%s"}}}}}}
                """.formatted(view, line, field, field, answer));
    }

    private static String payload(String json) {
        return "payload=" + URLEncoder.encode(json, UTF_8);
    }
}
