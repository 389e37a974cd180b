package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Its text is rendered once and its values are put in by hand, so that the two must never part. */
class OpeningQueryTest {
    private static final Account DANA = new Account("test", "T1", "U2");

    static Stream<List<Who>> named() {
        return Stream.of(
                List.of(),
                List.of(new Who.Known(77)),
                List.of(new Who.Mentioned(DANA, "Dana Ortiz")),
                List.of(new Who.Named("")),
                List.of(new Who.Named("Dana")),
                List.of(new Who.Named("50%_! Dana Zoë")),
                List.of(new Who.Named("a b c d e f g h i")),
                List.of(new Who.Named("Dana Ortiz"), new Who.Known(5), new Who.Mentioned(DANA, ""), new Who.Named("")));
    }

    @ParameterizedTest
    @MethodSource("named")
    void putsItsValuesWhereTheyBelong(List<Who> named) {
        for (var locking : List.of(true, false)) {
            var query = new OpeningQuery(opening(named), locking);

            assertThat(query.values())
                    .usingRecursiveComparison()
                    .isEqualTo(query.select(on(SQLDialect.MARIADB)).getBindValues());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLDialect.class,
            names = {"MARIADB", "MYSQL"})
    void readsTheSameForEveryValueOfAShape(SQLDialect dialect) {
        assertThat(text(dialect, new Who.Known(1))).isEqualTo(text(dialect, new Who.Known(2)));
        assertThat(text(dialect, new Who.Mentioned(DANA, "Dana Ortiz")))
                .isEqualTo(text(dialect, new Who.Mentioned(new Account("", "", ""), "")));
        assertThat(text(dialect, new Who.Named("Dana Ortiz"))).isEqualTo(text(dialect, new Who.Named("50% !")));
        assertThat(text(dialect, new Who.Named("Dana"))).isNotEqualTo(text(dialect, new Who.Named("Dana Ortiz")));
    }

    private static String text(SQLDialect dialect, Who who) {
        return new OpeningQuery(opening(List.of(who)), true).select(on(dialect)).getSQL();
    }

    private static DSLContext on(SQLDialect dialect) {
        return DSL.using(dialect);
    }

    private static Opening opening(List<Who> named) {
        return new Opening(new Account("test", "T1", "U1"), "Sam", Optional.empty(), "gesture", Instant.EPOCH, named);
    }
}
