package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private final Sealer sealer = Sealer.of(Sealer.generate());

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(7, "meeting.note", sealer.seal(7, "meeting.note", "visa advice ✈")))
                .isEqualTo("visa advice ✈");
    }

    @Test
    void hidesTheWordsAndNeverSealsThemAlike() {
        var once = sealer.seal(7, "meeting.note", "visa advice");
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("visa");
        assertThat(once).isNotEqualTo(sealer.seal(7, "meeting.note", "visa advice"));
    }

    @Test
    void opensNothingForAnotherOwnerOrColumn() {
        var sealed = sealer.seal(7, "meeting.note", "visa advice");
        assertThatThrownBy(() -> sealer.open(8, "meeting.note", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(7, "promise.about", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingWithAnotherKeyset() {
        var sealed = sealer.seal(7, "meeting.note", "visa advice");
        assertThatThrownBy(() -> Sealer.of(Sealer.generate()).open(7, "meeting.note", sealed))
                .hasMessageContaining("PERENNIAL_ENCRYPTION_KEYSET");
    }

    @Test
    void opensWhatItSealedBeforeARotation() {
        var before = Sealer.generate();
        var sealed = Sealer.of(before).seal(7, "meeting.note", "visa advice");
        var rotated = Sealer.rotated(before);
        assertThat(Sealer.of(rotated).keys()).isEqualTo(2);
        assertThat(Sealer.of(rotated).open(7, "meeting.note", sealed)).isEqualTo("visa advice");
        assertThat(Sealer.of(Sealer.rotated(rotated)).open(7, "meeting.note", sealed))
                .isEqualTo("visa advice");
    }

    @Test
    void sealsAnewOnlyWhatAnOlderKeySealed() {
        var before = Sealer.generate();
        var rotated = Sealer.of(Sealer.rotated(before));
        var old = Sealer.of(before).seal(7, "meeting.note", "visa advice");
        var fresh = rotated.anew(7, "meeting.note", old).orElseThrow();
        assertThat(rotated.anew(7, "meeting.note", fresh)).isEmpty();
        assertThat(rotated.open(7, "meeting.note", fresh)).isEqualTo("visa advice");
        assertThatThrownBy(() -> Sealer.of(before).open(7, "meeting.note", fresh))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsOnlyTheFirstKeyWhenTheOthersAreRetired() {
        var before = Sealer.generate();
        var rotated = Sealer.rotated(before);
        var retired = Sealer.of(Sealer.retired(rotated));
        var old = Sealer.of(before).seal(7, "meeting.note", "visa advice");
        assertThat(retired.keys()).isEqualTo(1);
        assertThat(retired.open(7, "meeting.note", Sealer.of(rotated).seal(7, "meeting.note", "jazz")))
                .isEqualTo("jazz");
        assertThatThrownBy(() -> retired.open(7, "meeting.note", old)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "secret", "{}", "{\"primaryKeyId\":1,\"key\":[]}", "null", "[]"})
    void refusesWhatIsNoKeyset(String keyset) {
        assertThatThrownBy(() -> Sealer.of(keyset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is no keyset; `perennial key` makes one");
        assertThatThrownBy(() -> Sealer.rotated(keyset)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sealer.retired(keyset)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAKeysetOnOneLine() {
        for (var keyset : List.of(Sealer.generate(), Sealer.rotated(Sealer.generate()))) {
            assertThat(keyset).doesNotContainAnyWhitespaces().startsWith("{");
        }
    }
}
