package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.db.testing.Cable;
import bot.perennial.db.testing.Cable.Moment;
import bot.perennial.db.testing.TestDatabases;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F36: a migration that is cut off in the middle is gone on with. */
@Timeout(120)
class MigrationTest {
    static Stream<Arguments> cuts() {
        return Stream.of("create table promise", "create table qrtz_locks", "idx_qrtz_ft_j_g", "alter table member")
                .flatMap(words -> Stream.of(Moment.values()).map(moment -> Arguments.of(words, moment)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void isGoneOnWithAfterAPowerCut(String words, Moment moment) {
        cutOff(cable -> cable.pullAt(words, moment));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void isGoneOnWithAfterItsConnectionBroke(String words, Moment moment) {
        cutOff(cable -> cable.cutAt(words, moment));
    }

    private static void cutOff(Consumer<Cable> trouble) {
        var schema = TestDatabases.embedded(MigrationTest.class);
        var port = URI.create(schema.jdbcUrl().substring("jdbc:".length())).getPort();
        try (var cable = new Cable(port)) {
            trouble.accept(cable);
            try (var first = open(schema, port, cable)) {
                assertThatThrownBy(first::migrate).isInstanceOf(RuntimeException.class);
            }
            cable.mend();
            try (var second = open(schema, port, cable)) {
                assertThat(second.migrate()).isPositive();
                assertThat(second.migrate()).isZero();
            }
        }
    }

    private static Database open(TestDatabases.Schema schema, int port, Cable cable) {
        return Database.open(
                schema.jdbcUrl().replace(":" + port + "/", ":" + cable.port() + "/"), schema.user(), schema.password());
    }
}
