package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessNameTest {
    @TempDir
    private Path home;

    @Test
    void isTheSameForTheNextProcessInTheFolder() throws IOException {
        assertThat(name(home.resolve("new"))).isEqualTo(name(home.resolve("new")));
    }

    @Test
    void isAnotherInAnotherFolder() throws IOException {
        assertThat(name(home.resolve("one"))).isNotEqualTo(name(home.resolve("other")));
    }

    @Test
    void isAnotherWhileTheFoldersIsInUse() throws IOException {
        try (var first = ProcessName.in(home);
                var second = ProcessName.in(home)) {
            assertThat(second).doesNotHaveToString(first.toString());
        }
    }

    @Test
    void isMadeAnewWhereTheFileIsTorn() throws IOException {
        Files.writeString(home.resolve("process"), "4f1c");
        assertThat(name(home)).isEqualTo(name(home));
    }

    @Test
    void isItsOwnWhereNothingCanBeKept() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");
        assertThat(name(file)).isNotEqualTo(name(file));
    }

    private static String name(Path home) throws IOException {
        try (var name = ProcessName.in(home)) {
            return name.toString();
        }
    }
}
