package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.testing.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpCommandTest {
    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"met", "followup", "people", "nudge", "circle"})
    void namesEveryWordAndExampleOfACommand(String name) {
        var help = bot.say("/" + name + " help");

        for (CommandSpec spec : bot.bot().specs()) {
            if (spec.name().equals(name) && !spec.word().equals("help")) {
                assertThat(help).contains(spec.usage(), spec.summary()).contains(spec.examples());
            }
        }
    }

    @Test
    void namesTheOtherCommands() {
        assertThat(bot.say("/nudge help")).contains("/met <who>", "/followup", "/people");
    }

    @Test
    void showsHowAnOptionIsTyped() {
        assertThat(bot.say("/met help"))
                .contains("/met <who> [at <where>] [- <note>] [when:<when>] [how:<how>] [next:<next>]");
    }

    @Test
    void isPointedAtWhenAWordIsUnknown() {
        assertThat(bot.say("/nudge dance"))
                .isEqualTo("I don't know /nudge dance. I know /met /followup /people /nudge /circle;"
                        + " add help to one of them for examples.");
    }
}
