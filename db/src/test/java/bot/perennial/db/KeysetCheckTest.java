package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysetCheckTest {
    private static final Account ANA = new Account("test", "T1", "keyset");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Sealer OTHER = Sealer.of(Sealer.generate());

    static List<Schema> servers() {
        return TestDatabases.all(KeysetCheckTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tellsTheKeysetThatWasWrittenWithFromAnother(Schema schema) {
        try (var database = TestStore.open(schema)) {
            assertThat(database.reads(OTHER)).as("nothing is stored").isTrue();
            write(database.store(TestStore.SEALER), (notebook, person) -> notebook.promises()
                    .add(person, MONDAY, Promise.Kind.SHARE, Optional.of("the article"), MONDAY));

            assertThat(database.reads(TestStore.SEALER)).isTrue();
            assertThat(database.reads(OTHER)).isFalse();
        }
    }

    private static void write(Store store, BiConsumer<Notebook, Long> work) {
        var opening = new Opening(ANA, "Ana", Optional.empty(), "g1", NOON, List.of());
        store.as(opening, notebook -> {
            work.accept(
                    notebook,
                    notebook.people()
                            .add("Dana", Optional.empty(), false, MONDAY)
                            .id());
            return new Reply.Done(Message.of("Noted."));
        });
    }
}
