package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpCommandTest {
    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @Test
    void plansForAsManyPeopleAsFitOneAnswer() {
        var names = IntStream.rangeClosed(1, 26).mapToObj(i -> "P" + i).collect(Collectors.joining(","));
        assertThat(bot.say("/followup " + names + " 2w"))
                .isEqualTo("That's 26 people; I can plan for 25 in one go."
                        + " Nothing stored yet: please send it in two parts.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/met me", "/met Ana, myself at PyCon", "/followup Me 2w"})
    void remindsNobodyOfThemselves(String line) {
        assertThat(bot.say(line)).startsWith("That's you!");
    }

    @Test
    void takesALongTailForAName() {
        bot.say("/met Dana");
        assertThat(bot.say("/followup Dana one two three four five")).startsWith("I couldn't read");
        assertThat(bot.say("/followup Dana one two three four five six"))
                .startsWith("Dana one two three four five six,");
    }

    @Test
    void promisesForADay() {
        assertThat(bot.say("/followup dana fri - send the visa article kind:share"))
                .contains("dana, Fri 8 Aug (in 3 days): send the visa article.");
    }

    @Test
    void takesNamesOfSeveralWordsBeforeADate() {
        assertThat(bot.say("/followup dana wu next week")).contains("dana wu, Mon 11 Aug");
    }

    @Test
    void saysSoWhenItChoseTheDate() {
        assertThat(bot.say("/followup ruth"))
                .contains("Tue 19 Aug")
                .contains("You didn't say when, so I took two weeks.");
    }

    @Test
    void storesNothingForADateItCannotRead() {
        bot.say("/met dana");
        assertThat(bot.say("/followup dana soonish"))
                .isEqualTo("I couldn't read “soonish” as a date. Nothing scheduled yet.");
        assertThat(bot.say("/followup")).startsWith("Nothing is coming");
    }

    @Test
    void storesNothingForADateItCannotReadBeforeWhatItIsAbout() {
        bot.say("/met mum's accountant Ruth");
        assertThat(bot.say("/followup ruth soonish - send the article kind:share"))
                .isEqualTo("I couldn't read “soonish” as a date. Nothing scheduled yet.");
        assertThat(bot.press("1 week")).contains("mum's accountant Ruth, Tue 12 Aug (in 7 days): send the article.");
    }

    @Test
    void letsADateItCannotReadBePicked() {
        bot.say("/met Ruth Zhou");
        assertThat(bot.say("/followup who:ruth when:soonish about:\"the article\""))
                .isEqualTo("I couldn't read “soonish” as a date. Nothing scheduled yet.");
        assertThat(labels()).containsExactly("1 week", "1 month", "Pick a date");
        assertThat(bot.line("Pick a date")).isEqualTo("/form followup who:ruth about:\"the article\"");
        picks("the article");

        bot.say("/followup ruth soonish - the article");
        assertThat(labels()).containsExactly("1 week", "1 month", "Pick a date", "Someone new");
        picks("the article");
    }

    private void picks(String about) {
        assertThat(bot.bot().pressed(bot.gesture(), bot.line("Pick a date")))
                .isInstanceOfSatisfying(Reply.Ask.class, form -> {
                    assertThat(form.form().fields().stream()
                                    .filter(field -> field.name().equals("about"))
                                    .map(Field::known))
                            .containsExactly(about);
                    assertThat(bot.send(form, Map.of("who", "ruth", "when", "2w", "about", about)))
                            .startsWith("Ruth Zhou, Tue 19 Aug (in 2 weeks): the article.");
                });
    }

    private List<String> labels() {
        return bot.shown().buttons().stream().map(Control.Button::label).toList();
    }

    @Test
    void knowsTheNameOfWhoHasNothingPlanned() {
        bot.say("/met Mia");
        assertThat(bot.say("/followup mia done"))
                .isEqualTo("There is nothing planned with Mia to change. Try /followup Mia 2w.");
    }

    @Test
    void findsWhoIsTypedLikeAMention() {
        bot.say("/met Lee Ko");
        assertThat(bot.say("/followup @lee every 6 weeks")).startsWith("Lee Ko, every 6 weeks.");
    }

    @Test
    void givesBackWhatIsTooLongForAButton() {
        bot.say("/met dana");
        var about = "the article about " + "visas ".repeat(20).strip();
        assertThat(bot.say("/followup dana soonish - " + about)).contains(about);
        assertThat(bot.say("/followup")).startsWith("Nothing is coming");
    }

    @Test
    void takesAnUnreadDateForANameWhenToldSo() {
        bot.say("/met Ana Silva");
        assertThat(bot.say("/followup ana maria - write")).contains("couldn't read “maria” as a date");
        assertThat(bot.press("Someone new")).contains("ana maria, Tue 19 Aug (in 2 weeks): write.");
    }

    @Test
    void saysWhomItAdded() {
        assertThat(bot.say("/followup Nobody Known fri")).contains("Added Nobody Known — only you can see this.");
        assertThat(bot.say("/followup Nobody Known tomorrow")).doesNotContain("Added");
    }

    @Test
    void asksBackWhenADateHasTwoReadings() {
        assertThat(bot.say("/followup dana when:03/04")).contains("can be read in two ways");
        assertThat(bot.shown().buttons()).hasSize(2);
    }

    @Test
    void keepsARhythmAndMovesOneOccurrenceOnly() {
        bot.say("/met lee");
        assertThat(bot.say("/followup lee every 6 weeks")).contains("lee, every 6 weeks. Next hello: Tue 16 Sep");
        assertThat(bot.say("/followup lee later 1w")).contains("lee, moved to Tue 12 Aug (in 7 days)");
        assertThat(bot.say("/followup lee done")).contains("✓ lee, today — next hello around 16 September.");
    }

    @Test
    void listsWhatIsComing() {
        bot.say("/followup dana fri - send the article");
        assertThat(bot.say("/followup"))
                .contains("Coming in the next two weeks")
                .contains("Fri 8 Aug: dana — send the article");
    }

    @Test
    void changesThePromiseUnderWhichItWasPressed() {
        bot.say("/followup dana fri - send the article");
        assertThat(bot.say("/followup dana 20 aug - ask about the move")).contains("Wed 20 Aug");
        assertThat(bot.press("In 2 weeks")).contains("ask about the move, moved to Tue 19 Aug");
        assertThat(bot.say("/met dana - lunch next:3w")).contains("Next hello: Tue 26 Aug");
        assertThat(bot.press("In 2 weeks")).contains("dana, moved to Tue 19 Aug");
        assertThat(bot.say("/followup")).contains("Fri 8 Aug: dana — send the article");
    }

    @Test
    void stops() {
        bot.say("/followup dana fri");
        assertThat(bot.say("/followup dana stop")).contains("just remembered, no nudges");
        assertThat(bot.say("/followup")).startsWith("Nothing is coming");
    }

    @Test
    void remarksGentlyOnAskingSomeoneWhoHasBeenQuiet() {
        bot.say("/met sam when:2023-08-01");
        assertThat(bot.say("/followup sam 12 aug - ask about the job kind:ask"))
                .contains("It's been 2 years since you and sam spoke.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/followup Newt 2w", "/followup Ana, Ben fri", "/followup Ana, Ben every month"})
    void leavesNothingInSightOfWhatWasTypedAndUndone(String line) {
        bot.say(line);
        assertThat(bot.bot().pressed(bot.gesture(), bot.line("Undo")))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.WHOLE));
    }

    @Test
    void undoesOnlyItsEntryOfWhatWasPressed() {
        bot.say("/met Ana");
        bot.press("Monthly");
        assertThat(bot.bot().pressed(bot.gesture(), bot.line("Undo")))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.ENTRY));
    }

    @Test
    void offersNoUndoWhereNothingWasPlannedToStop() {
        bot.say("/met Ana");
        assertThat(bot.press("Just remember")).startsWith("Ana: just remembered, no nudges.");
        assertThat(bot.shown().buttons()).isEmpty();

        bot.say("/followup ana 2w");
        bot.say("/followup ana stop");
        assertThat(bot.press("Undo")).startsWith("Undone.");
    }
}
