package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomIdTest {
    private static final int TIMES = 20_000;
    private static final String LETTERS = "/#!~0123456789abcxyz ABC-+_\u0660\uff10\ud83d\u0000";
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void isReadAsItWasWritten() {
        for (var time = 0; time < TIMES; time++) {
            var workspace = random.nextBoolean() ? "" : Long.toUnsignedString(random.nextLong());
            var key = random.nextBoolean() ? "" : Long.toString(random.nextLong(), 36);
            var id = new CustomId(workspace, key, random.nextInt(3), "/undo " + Long.toString(random.nextLong(), 36));
            assertThat(CustomId.read(id.written())).as("seed " + seed).isEqualTo(id);
        }
    }

    @Test
    void isReadWhateverSomebodyMadeOfIt() {
        for (var time = 0; time < TIMES; time++) {
            var id = new StringBuilder("2a1x4hedjdhd!Zm9v-_0#1/promise 2afs6tyg38 done");
            for (var change = random.nextInt(6); change >= 0; change--) {
                var at = random.nextInt(id.length());
                var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> id.setCharAt(at, letter);
                    case 1 -> id.insert(at, letter);
                    default -> id.deleteCharAt(at);
                }
            }
            var read = CustomId.read(id.toString());
            assertThat(read.workspace()).as("seed " + seed + " " + id).matches("[0-9]*");
            assertThat(id.toString()).as("seed " + seed).endsWith(read.line());
        }
    }
}
