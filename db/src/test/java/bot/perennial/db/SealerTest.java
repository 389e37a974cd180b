package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "secret", "{}", "{\"primaryKeyId\":1,\"key\":[]}", "null", "[]"})
    void refusesWhatIsNoKeyset(String keyset) {
        assertThatThrownBy(() -> Sealer.of(keyset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is no keyset; `perennial key` makes one");
    }

    @Test
    void writesAKeysetOnOneLine() {
        assertThat(Sealer.generate()).doesNotContainAnyWhitespaces().startsWith("{");
    }
}
