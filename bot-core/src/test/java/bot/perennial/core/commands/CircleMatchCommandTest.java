package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.TestBot;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircleMatchCommandTest {
    private final TestBot bot = new TestBot("2026-03-02T09:00:00Z");

    @Test
    void dividesAnOddNumber() {
        assertThat(bot.say("/circle match Ana, Ben, Cleo, Dana, Eve, Finn, Gia size:3"))
                .isEqualTo("""
                Seven people, two circles of 2 to 4.
                Circle 1 — Ana, Cleo, Eve, Gia
                Circle 2 — Ben, Dana, Finn
                This was a try: nobody was told, and nothing is stored.""");
    }

    @Test
    void tellsWhoHasNoPlace() {
        assertThat(bot.say("/circle match Ana, Ben, Cleo, Dana, Eve, Finn, Gia size:5"))
                .contains("Seven people, one circle of 4 to 6.")
                .contains("No place yet — Gia. With one person more everyone has one.");
        assertThat(bot.say("/circle match Ana, Ben"))
                .contains("no circles of 3 to 5.")
                .contains("No place yet — Ana, Ben. With one person more everyone has one.");
    }

    @Test
    void namesPeopleAsTheNotebookDoesAndEachOnce() {
        bot.say("/met Ana Silva");

        assertThat(bot.say("/circle match ana silva, Ben, Ana, Cleo")).contains("Circle 1 — Ana Silva, Ben, Cleo");
        assertThat(bot.say("/people"))
                .startsWith("In touch 1 · Cooling 0 · Quiet 0")
                .doesNotContain("Ben");
    }

    @Test
    void asksForPeopleAndASizeItKnows() {
        assertThat(bot.say("/circle match size:1 Ana, Ben")).startsWith("“1” is not one of 2, 3, 4, 5, 6, 7, 8.");
        var crowd = IntStream.range(0, 26).mapToObj(number -> "Guest " + number).collect(Collectors.joining(", "));
        assertThat(bot.say("/circle match " + crowd)).startsWith("That is 26 people; I divide up to 25.");
    }

    @Test
    void isExplainedWhenItIsBare() {
        assertThat(bot.say("/circle")).contains("/circle match <who>");
    }
}
