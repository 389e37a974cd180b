package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Opening;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RehearsalTest {
    private static final Account ANA = new Account("test", "T1", "rehearsing");

    static List<Schema> servers() {
        return TestDatabases.all(RehearsalTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesNothingBehind(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var opening =
                    new Opening(ANA, "Ana", Optional.empty(), "g1", Instant.parse("2026-03-02T12:00:00Z"), List.of());
            var reply = new Reply.Done(Message.of("Noted."));
            assertThat(database.rehearsal(TestStore.SEALER).as(opening, notebook -> {
                        notebook.people().add("Dana", Optional.empty(), false, LocalDate.of(2026, 3, 2));
                        return reply;
                    }))
                    .isEqualTo(reply);

            assertThat(database.store(TestStore.SEALER).<Boolean>look(ANA, notebook -> notebook.people()
                            .named(new Who.Named("Dana"))
                            .isEmpty()))
                    .isTrue();
        }
    }
}
