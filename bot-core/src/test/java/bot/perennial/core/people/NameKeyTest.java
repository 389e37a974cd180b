package bot.perennial.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "'  Zoë  KO ', zoe ko",
        "ÀÉÎÕÜ çñ, aeiou cn",
        "İstanbul, istanbul",
        "Ǆana, dzana",
        "Ｄａｎａ, dana",
        "'Dana\u00A0Wu\u3000', dana wu",
        "'\tDana\r\nWu', dana wu",
        "שָׁלוֹם, שלום",
        "مُحَمَّد, محمد",
        "O'Neil-Smith, o'neil-smith",
        "❤\uFE0F, ❤",
        "Da\u200Bna\u2060 W\uFEFFu, dana wu",
        "\u202EDana\u200D\u200C W\u00ADu\u200F, dana wu",
        "می\u200Cخواهم, میخواهم",
        "\u200B\u2060\u3164, ''",
        "'', ''",
        "'   ', ''",
    })
    void foldsNames(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
        assertThat(NameKey.of(Normalizer.normalize(name, Form.NFC))).isEqualTo(key);
        assertThat(NameKey.of(Normalizer.normalize(name, Form.NFD))).isEqualTo(key);
        assertThat(NameKey.of(key)).isEqualTo(key);
    }

    /** Plain names take a shorter way, which must lead to the same. */
    @Test
    void foldsPlainNamesAsItFoldsOthers() {
        for (var letter = 0; letter < 0x80; letter++) {
            var name = "Dana" + (char) letter + "  \tWU" + (char) letter + "O";
            assertThat(NameKey.of(name) + "e").as("letter %d", letter).isEqualTo(NameKey.of(name + "é"));
        }
    }

    @ParameterizedTest
    @CsvSource({"か, が", "राम, रमा", "김, 기", "Dana, Dan a", "👋🏽, 👋", "ß, s"})
    void tellsOtherNamesApart(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Dana Ortiz, or, true",
        "Dana Ortiz, dana o, true",
        "Theodor, or, false",
        "Dana, '', true",
        "Dana, %, false"
    })
    void findsWhereAWordBegins(String name, String text, boolean begins) {
        assertThat(NameKey.startsIn(name, text)).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource({"Dana Ortiz, o d, true", "Dana Ortiz, dana x, false", "Dana, '', false", "Dana, ' ', false"})
    void findsEveryWord(String name, String text, boolean begin) {
        assertThat(NameKey.allStartIn(name, text)).isEqualTo(begin);
    }
}
