package bot.perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            8:30, 08:30
            08:30, 08:30
            at 8:30, 08:30
            8.30, 08:30
            8h30, 08:30
            8, 08:00
            20h, 20:00
            20 Uhr, 20:00
            8am, 08:00
            8 a.m., 08:00
            8:15 PM, 20:15
            12am, 00:00
            12pm, 12:00
            noon, 12:00
            Midnight, 00:00
            ٨:٣٠, 08:30
            """)
    void readsTheClock(String text, LocalTime time) {
        assertThat(TimeReader.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "24:00", "8:60", "13pm", "0am", "8:5", "-1", "830", "8:30:15", "soon", "8h30h30", "\0", "1e3"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(TimeReader.read(text)).isEmpty();
    }
}
