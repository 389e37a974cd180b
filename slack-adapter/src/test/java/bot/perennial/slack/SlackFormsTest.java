package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackFormsTest {
    @Test
    void drawsEveryWidget() {
        var few = List.of(new Choice("1", "Mon"), new Choice("2", "Tue"));
        var form = new Form(
                "Log a meeting",
                "/met",
                "Save",
                List.of(
                        Field.words("who", "Who", "Ana").required(),
                        Field.prose("note", "Note", "").hint("one line is enough"),
                        Field.oneOf("how", "How", few, "2"),
                        Field.someOf("days", "Days", few, "1 2")));

        assertThat(JsonParser.parseString(
                        GsonFactory.createSnakeCase().toJson(SlackForms.view(form, "https://a", true))))
                .isEqualTo(JsonParser.parseString("""
                        {"type":"modal","callback_id":"form","private_metadata":"/met\\nhttps://a\\npressed",
                         "title":{"type":"plain_text","text":"Log a meeting","emoji":false},
                         "submit":{"type":"plain_text","text":"Save","emoji":false},"close":{"type":"plain_text","text":"Cancel","emoji":false},
                         "blocks":[
                          {"type":"input","block_id":"who","optional":false,
                           "label":{"type":"plain_text","text":"Who","emoji":false},
                           "element":{"type":"plain_text_input","action_id":"who","multiline":false,
                             "max_length":200,"initial_value":"Ana"}},
                          {"type":"input","block_id":"note","optional":true,
                           "label":{"type":"plain_text","text":"Note","emoji":false},
                           "hint":{"type":"plain_text","text":"one line is enough","emoji":false},
                           "element":{"type":"plain_text_input","action_id":"note","multiline":true,
                             "max_length":1500}},
                          {"type":"input","block_id":"how","optional":true,
                           "label":{"type":"plain_text","text":"How","emoji":false},
                           "element":{"type":"static_select","action_id":"how",
                             "options":[{"value":"1","text":{"type":"plain_text","text":"Mon","emoji":false}},
                                        {"value":"2","text":{"type":"plain_text","text":"Tue","emoji":false}}],
                             "initial_option":{"value":"2","text":{"type":"plain_text","text":"Tue","emoji":false}}}},
                          {"type":"input","block_id":"days","optional":true,
                           "label":{"type":"plain_text","text":"Days","emoji":false},
                           "element":{"type":"checkboxes","action_id":"days",
                             "options":[{"value":"1","text":{"type":"plain_text","text":"Mon","emoji":false}},
                                        {"value":"2","text":{"type":"plain_text","text":"Tue","emoji":false}}],
                             "initial_options":[{"value":"1","text":{"type":"plain_text","text":"Mon","emoji":false}},
                                        {"value":"2","text":{"type":"plain_text","text":"Tue","emoji":false}}]}}]}
                        """));
    }

    @Test
    void losesNothingThatIsKnownAlready() {
        var known = "x".repeat(1800);
        var form = new Form("Edit", "/edit", "Save", List.of(Field.prose("note", "Note", known)));
        assertThat(GsonFactory.createSnakeCase().toJson(SlackForms.view(form, "", false)))
                .contains(known)
                .contains("\"max_length\":1800");
    }

    @Test
    void showsManyChoicesAsAList() {
        var many = IntStream.range(0, 20)
                .mapToObj(i -> new Choice("v" + i, "<!channel> " + "y".repeat(100)))
                .toList();
        var form = new Form("Keep", "/keep", "Save", List.of(Field.someOf("who", "Who", many, "v3")));
        assertThat(GsonFactory.createSnakeCase().toJson(SlackForms.view(form, "", false)))
                .contains("multi_static_select")
                .doesNotContain("mrkdwn");
    }

    @Test
    void remembersWhereItCameFrom() {
        var origin = new SlackForms.Origin("/met", "https://hooks.slack.com/x", true);
        assertThat(SlackForms.Origin.read(origin.metadata())).isEqualTo(origin);
        assertThat(SlackForms.Origin.read("")).isEqualTo(new SlackForms.Origin("", "", false));
        assertThat(SlackForms.answers(null)).isEmpty();
    }
}
