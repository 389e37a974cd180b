package bot.perennial.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegionTest {
    private static final String DOCUMENT =
            "# Figures\n<!-- mariadb -->\nold\n<!-- end -->\nbetween\n<!-- mysql -->\nkept\n<!-- end -->\nafter\n";

    @Test
    void changesOnlyThePartOfItsName() {
        assertThat(Region.replaced(DOCUMENT, "mariadb", "new\n\n")).isEqualTo(DOCUMENT.replace("old", "new"));
    }

    @Test
    void isTheSameWhenWrittenTwice() {
        var once = Region.replaced(DOCUMENT, "mysql", "new");
        assertThat(Region.replaced(once, "mysql", "new")).isEqualTo(once);
    }

    @Test
    void refusesADocumentWithoutIt() {
        assertThatThrownBy(() -> Region.replaced(DOCUMENT, "oracle", "new"))
                .hasMessage("The document has no place marked oracle");
    }
}
