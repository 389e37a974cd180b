package bot.perennial.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * R8: two postmen at once, every order of their steps, a death after any step, claims that end meanwhile, and a platform
 * that takes a message and says so, takes it and says nothing, or refuses it.
 */
class PostmenTest {
    @Test
    void neverBringAMessageTwiceWhereRepeatsAreNotRecognised() {
        assertThat(runs(false)).isGreaterThan(1_000);
    }

    @Test
    void bringEveryMessageOnceWhereRepeatsAreRecognised() {
        assertThat(runs(true)).isGreaterThan(1_000);
    }

    /** Goes through every run, and answers how many there were. */
    private static int runs(boolean recognising) {
        var choices = new Choices();
        var runs = 0;
        do {
            try {
                new Round(choices, recognising).play();
                runs++;
            } catch (Choices.SeenBefore again) { // as good as played
            }
        } while (choices.another());
        System.out.println(runs + " ends of all that two postmen can do, repeats recognised: " + recognising);
        return runs;
    }
}
