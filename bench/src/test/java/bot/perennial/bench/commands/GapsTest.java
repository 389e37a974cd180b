package bot.perennial.bench.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.bench.commands.Gaps.Filling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final long MEMBER = 71L << 40;
    private static final long PERSON = 72L << 40;
    private static final long GESTURE = 73L << 40;
    private static final long MEETING = 74L << 40;
    private static final long COMMUNITY = 75L << 40;
    private static final byte[] REQUEST = new byte[16];
    private static final Filling OTHER =
            new Filling(new Keys("other", 1, 2, "Mcbbbson"), List.of(1001L, 1002L), new byte[] {7});

    private final Gaps gaps = new Gaps(
            new Keys("met0", MEMBER, PERSON, "Mcaaason"),
            List.of(
                    sent("select", REQUEST, "% mcaaason%", "bench", "met0"),
                    sent("insert into meeting", MEMBER, GESTURE, COMMUNITY, PERSON, MEETING, GESTURE)),
            List.of(COMMUNITY));

    @Test
    void fillsInTheKeysOfAnother() {
        assertThat(filled(MEMBER)).contains(1L);
        assertThat(filled(PERSON)).contains(2L);
        assertThat(filled("met0")).contains("other");
        assertThat(filled(REQUEST)).get().isSameAs(OTHER.request());
    }

    @Test
    void makesNewIdsInTheOrderOfTheFirst() {
        assertThat(gaps.made()).isEqualTo(2);
        assertThat(filled(GESTURE)).contains(1001L);
        assertThat(filled(MEETING)).contains(1002L);
    }

    @Test
    void findsKeysWithinWords() {
        assertThat(filled("[{\"table\":\"person\",\"id\":" + PERSON + ",\"name\":\"Ana Mcaaason\"}]"))
                .contains("[{\"table\":\"person\",\"id\":2,\"name\":\"Ana Mcbbbson\"}]");
    }

    @Test
    void leavesEverythingElse() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(filled(COMMUNITY)).contains(COMMUNITY);
        assertThat(filled(5)).contains(5);
        assertThat(filled(day)).contains(day);
        assertThat(filled("Blue Bottle")).contains("Blue Bottle");
        assertThat(gaps.of(Optional.empty()).apply(OTHER)).isEmpty();
    }

    private Optional<Object> filled(Object value) {
        return gaps.of(Optional.of(value)).apply(OTHER);
    }

    private static Sent sent(String sql, Object... values) {
        return new Sent(sql, Stream.of(values).map(Optional::of).toList());
    }
}
