package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.junit.jupiter.api.Test;

class DiscordMarkupTest {
    private static final Control.Menu LATER = new Control.Menu(
            "Later ▾",
            List.of(
                    new Control.Button("Tomorrow", "/followup ~1 later tomorrow"),
                    new Control.Button("Next week", "/followup ~1 later 1w")));
    private static final Control.Menu MORE =
            new Control.Menu("⋯", List.of(new Control.Button("Why now?", "/nudge why ~1")));

    @Test
    void showsAMorning() {
        var message = Message.EMPTY
                .heading("Good morning, Ana. One person today.")
                .entry(
                        Line.EMPTY.strong("Dana Ortiz").plain(" — send the visa article."),
                        new Control.Button("Done", "/followup ~1 done"),
                        LATER,
                        MORE)
                .entry(
                        Line.of("Keep up to three:"),
                        new Control.Picks(
                                "Choose", "/keep", List.of(new Choice("~1", "Dana"), new Choice("~2", "Lee")), 3))
                .small(Line.of("Two others can wait\nuntil Thursday"));

        Snapshot.compare(
                "morning.json", new DiscordMarkup(FakeGuild.ID).create(message).toData());
    }

    @Test
    void showsAForm() {
        var form = new Form(
                "Your nudge",
                "/nudge settings",
                "Save",
                List.of(
                        Field.words("at", "Time", "8:30")
                                .hint("In your own zone")
                                .required(),
                        Field.prose("note", "Anything else", ""),
                        Field.oneOf("cap", "At most", List.of(new Choice("1", "One"), new Choice("3", "Three")), "3"),
                        Field.someOf(
                                "days",
                                "Days",
                                List.of(new Choice("mon", "Monday"), new Choice("tue", "Tuesday")),
                                "mon tue")));

        Snapshot.compare(
                "form.json",
                DiscordForms.modal(form, new CustomId("", 7, form.line())).toData());
    }

    @Test
    void givesTwoButtonsOfOneLineTheirOwnIds() {
        var components = new DiscordMarkup("")
                .components(Message.of(
                        Line.of("x"), new Control.Button("A", "/undo 1"), new Control.Button("B", "/undo 1")));
        var ids = ((ActionRow) components.getLast())
                .getActionComponents().stream()
                        .map(button -> button.getCustomId())
                        .toList();

        assertThat(ids).containsExactly("/undo 1", "#1/undo 1");
        assertThat(ids).allSatisfy(id -> assertThat(CustomId.read(id).line()).isEqualTo("/undo 1"));
    }

    @Test
    void cutsWhatIsTooLongButKeepsTheButtons() {
        var message = Message.of(Line.EMPTY.quote("*".repeat(5000)))
                .entry(Line.of("Short."), new Control.Button("Undo", "/undo"));

        var components = new DiscordMarkup("").components(message);

        assertThat(text(components)).hasSizeLessThanOrEqualTo(4000).endsWith("Short.");
        assertThat(components.getLast()).isInstanceOf(ActionRow.class);
    }

    @Test
    void fitsAnyNumberOfEntries() {
        var message = IntStream.range(0, 60)
                .mapToObj(number ->
                        Message.of(Line.of("Entry " + number), new Control.Button("Done", "/done " + number), LATER))
                .reduce(Message.EMPTY, Message::and);

        var data = new DiscordMarkup("").create(message).toData();

        assertThat(data.getArray("components").stream((all, at) -> all.getObject(at))
                        .mapToInt(part -> 1
                                + part.optArray("components")
                                        .map(inner -> inner.length())
                                        .orElse(0))
                        .sum())
                .isLessThanOrEqualTo(40);
    }

    @Test
    void namesEveryEntryThoughNotAllCanHaveTheirButtons() {
        var message = IntStream.range(0, 60)
                .mapToObj(number ->
                        Message.of(Line.of("Entry " + number), new Control.Button("Done", "/done " + number), LATER))
                .reduce(Message.EMPTY, Message::and);

        assertThat(text(new DiscordMarkup("").components(message)))
                .contains("Entry 0", "Entry 30", "Entry 59")
                .hasSizeLessThanOrEqualTo(4000);
    }

    @Test
    void givesTheLongestLineItsButtonBesideAnyServersId() {
        var line = "/" + "x".repeat(Control.LONGEST_LINE - 1);
        var twins = new Control.Button[25];
        Arrays.fill(twins, new Control.Button("A", line));
        var rows = new DiscordMarkup(Long.toUnsignedString(-1))
                .components(Message.of(Line.of("x"), twins)).stream()
                        .filter(ActionRow.class::isInstance)
                        .mapToInt(row -> ((ActionRow) row).getComponents().size())
                        .sum();

        assertThat(rows).isEqualTo(twins.length);
    }

    @Test
    void saysSomethingEvenWhenThereIsNothingToSay() {
        assertThat(new DiscordMarkup("").components(Message.EMPTY)).isNotEmpty();
    }

    private static String text(List<?> components) {
        var text = new StringBuilder();
        for (var component : components) {
            if (component instanceof TextDisplay display) {
                text.append(display.getContent());
            }
        }
        return text.toString();
    }

    /** A server's id. */
    private static final class FakeGuild {
        static final String ID = "300000000000000001";
    }
}
