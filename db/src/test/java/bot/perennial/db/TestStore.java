package bot.perennial.db;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.Rows;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Stores on real servers, emptied for each test. */
final class TestStore {
    private static final List<String> TABLES =
            List.of("member", "person", "meeting", "promise", "gesture", "letter", "pace", "duty", "crew");
    static final Sealer SEALER = Sealer.of(Sealer.generate());

    private TestStore() {}

    static Store embedded() {
        return emptied(Embedded.SCHEMA, Embedded.STORE);
    }

    static Store named() {
        return emptied(Named.SCHEMA, Named.STORE);
    }

    /** What is stored of one member. */
    static String embedded(Account owner) {
        return Rows.of(Embedded.SCHEMA, owner);
    }

    static String named(Account owner) {
        return Rows.of(Named.SCHEMA, owner);
    }

    /** The same without what is remembered about gestures themselves. */
    static String embeddedNotes(Account owner) {
        return Rows.notesOf(Embedded.SCHEMA, owner);
    }

    static String namedNotes(Account owner) {
        return Rows.notesOf(Named.SCHEMA, owner);
    }

    static Database open(Schema schema) {
        var database = Database.open(schema.jdbcUrl(), schema.user(), schema.password());
        database.migrate();
        return database;
    }

    private static Store emptied(Schema schema, Store store) {
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

    private static final class Embedded {
        static final Schema SCHEMA = TestDatabases.embedded(EmbeddedStoreTest.class);
        static final Store STORE = open(SCHEMA).store(SEALER);
    }

    private static final class Named {
        static final Schema SCHEMA = TestDatabases.named(NamedStoreTest.class).orElseThrow();
        static final Store STORE = open(SCHEMA).store(SEALER);
    }
}
