package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndStays() throws IOException {
        var made = KeysetFile.in(folder).read();
        assertThat(KeysetFile.in(folder).read()).isEqualTo(made);
    }

    @Test
    void isRefusedWhereEverybodyCanReadIt() throws IOException {
        KeysetFile.in(folder).read();
        Files.setPosixFilePermissions(folder.resolve("keyset.json"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> KeysetFile.in(folder).read())
                .isInstanceOfSatisfying(Misconfigured.class, wrong -> assertThat(wrong.problems())
                        .singleElement()
                        .asString()
                        .contains("chmod 600"));
    }

    @Test
    void isNotMadeAnewBesideNotesThatNeedTheOldOne() throws IOException {
        KeysetFile.in(folder).read();
        Files.createDirectory(folder.resolve("data"));
        Files.delete(folder.resolve("keyset.json"));

        assertThatThrownBy(() -> KeysetFile.in(folder).read())
                .isInstanceOfSatisfying(Misconfigured.class, wrong -> assertThat(wrong.problems())
                        .singleElement()
                        .asString()
                        .contains("keyset.json", "Put it back from a copy"));
    }
}
