package bot.perennial.db;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.Rows;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A store on a real server, emptied for each test. */
final class TestStore {
    private static final List<String> TABLES =
            List.of("member", "person", "meeting", "promise", "gesture", "letter", "pace", "duty", "crew");
    static final Sealer SEALER = Sealer.of(Sealer.generate());

    private final Schema schema;
    private final Store store;

    private TestStore(Schema schema) {
        this.schema = schema;
        this.store = open(schema).store(SEALER);
    }

    static TestStore embedded() {
        return Embedded.STORE;
    }

    static TestStore named() {
        return Named.STORE;
    }

    static Database open(Schema schema) {
        var database = Database.open(schema.jdbcUrl(), schema.user(), schema.password());
        database.migrate();
        return database;
    }

    Store emptied() {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test database can't be emptied", e);
        }
        return store;
    }

    /** What is stored of one member. */
    String rows(Account owner) {
        return Rows.of(schema, owner);
    }

    /** The same without what is remembered about gestures themselves. */
    String notes(Account owner) {
        return Rows.notesOf(schema, owner);
    }

    private static final class Embedded {
        static final TestStore STORE = new TestStore(TestDatabases.embedded(EmbeddedStoreTest.class));
    }

    private static final class Named {
        static final TestStore STORE =
                new TestStore(TestDatabases.named(NamedStoreTest.class).orElseThrow());
    }
}
