package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Profile;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.History.Undone;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.generated.DefaultSchema;
import bot.perennial.db.generated.Tables;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F38: after a rotation of the keyset everything stays readable, and is encrypted anew without anyone noticing. */
class ResealingTest {
    private static final Account ANA = new Account("test", "T1", "ana");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int PEOPLE = 7;
    private static final int A_PAGE = 3;
    private static final int A_MARK = 5;

    private final String before = Sealer.generate();
    private final String rotated = Sealer.rotated(before);
    private int gestures;

    static List<Schema> servers() {
        return TestDatabases.all(ResealingTest.class);
    }

    /** What is stored in a notebook, by what is sealed in it. */
    private record Notes(List<Person> people, List<Meeting> meetings, List<Promise> promises) {
        static Notes of(Store store) {
            return store.look(
                    ANA,
                    notebook -> new Notes(
                            notebook.people().all(),
                            notebook.meetings().all(),
                            notebook.promises().open()));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesNothingUnderTheOldKeyAndEverythingReadable(Schema schema) {
        try (var database = TestStore.open(schema);
                var rows = new SealedRows(schema)) {
            fill(database.store(Sealer.of(before)));
            var removal = remove(database.store(Sealer.of(before)));
            var notes = Notes.of(database.store(Sealer.of(before)));
            assertThat(rows.all()).allSatisfy(column -> assertThat(column).isNotEmpty());
            assertThat(notes).isEqualTo(Notes.of(database.store(Sealer.of(rotated))));

            var resealing = resealing(rows, rotated);
            var steps = goThrough(resealing);

            assertThat(steps).as("in small parts").hasSizeGreaterThan(2 * PEOPLE / A_PAGE);
            assertThat(steps).allMatch(texts -> texts <= A_PAGE);
            assertThat(resealing.unreadable()).isZero();
            var newKeyOnly = Sealer.of(Sealer.retired(rotated));
            assertThat(rows.all())
                    .allSatisfy(column -> assertThat(column).isNotEmpty().allMatch(this::sealedAnew));
            var store = database.store(newKeyOnly);
            assertThat(Notes.of(store)).isEqualTo(notes);
            assertThat(database.reads(Sealer.of(before))).isFalse();
            assertThat(store.as(opening("removal"), notebook -> new Reply.Refused(Message.of("Again?"))))
                    .as("the answer of a gesture that is repeated")
                    .isEqualTo(done());
            write(store, notebook -> assertThat(notebook.history().undo(removal, NOON))
                    .isEqualTo(Undone.RESTORED));
            assertThat(Notes.of(store).meetings())
                    .hasSize(notes.meetings().size() + 1)
                    .allMatch(meeting -> meeting.note().orElse("").startsWith("note "));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void endsWhenItFindsNothingMore(Schema schema) {
        try (var database = TestStore.open(schema);
                var rows = new SealedRows(schema)) {
            assertThat(resealing(rows, before).finished()).as("one key").isTrue();
            fill(database.store(Sealer.of(before)));
            var resealing = resealing(rows, rotated);
            assertThat(resealing.finished()).isFalse();
            assertThat(goThrough(resealing)).isNotEmpty();
            assertThat(goThrough(resealing(rows, rotated)))
                    .as("what another process finds later")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsWhatAMemberWritesMeanwhile(Schema schema) {
        try (var database = TestStore.open(schema);
                var rows = new SealedRows(schema)) {
            var store = database.store(Sealer.of(rotated));
            fill(database.store(Sealer.of(before)));
            var read = rows.meetings();
            var edited = Notes.of(store).meetings().getFirst();
            write(store, notebook -> notebook.meetings().save(noted(edited, "note edited")));

            rows.transactions().run(tx -> {
                Resealing.write(
                        tx,
                        Tables.MEETING.MEMBER_ID,
                        Tables.MEETING.MEETING_ID,
                        Tables.MEETING.NOTE,
                        read.stream()
                                .map(row -> new Resealing.Change<>(
                                        row.owner(), row.id(), row.old(), anew(row.owner(), row.old())))
                                .toList());
                return new Transactions.End<>(true, true);
            });

            assertThat(Notes.of(store).meetings())
                    .filteredOn(meeting -> meeting.id() == edited.id())
                    .singleElement()
                    .satisfies(meeting -> assertThat(meeting.note()).contains("note edited"));
            assertThat(rows.meetings()).allMatch(row -> sealedAnew(row.old()));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void goesOnPastATextThatNobodyCanOpen(Schema schema) {
        try (var database = TestStore.open(schema);
                var rows = new SealedRows(schema)) {
            fill(database.store(Sealer.of(before)));
            var lost = rows.meetings().getFirst();
            rows.transactions().run(tx -> {
                tx.update(Tables.MEETING)
                        .set(Tables.MEETING.NOTE, Sealer.of(Sealer.generate()).seal(1, "x", "lost"))
                        .where(Tables.MEETING.MEETING_ID.eq(lost.id()))
                        .execute();
                return new Transactions.End<>(true, true);
            });
            var resealing = resealing(rows, rotated);
            goThrough(resealing);

            assertThat(resealing.unreadable()).isEqualTo(1);
            assertThat(rows.meetings())
                    .filteredOn(row -> row.id() != lost.id())
                    .hasSize(PEOPLE - 1)
                    .allMatch(row -> sealedAnew(row.old()));
        }
    }

    @Test
    void knowsEveryColumnThatIsSealed() {
        assertThat(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                        .flatMap(Table::fieldStream)
                        .filter(column -> column.getType().equals(byte[].class))
                        .filter(column -> !column.equals(Tables.GESTURE.REQUEST))) // a hash
                .containsExactlyInAnyOrderElementsOf(SealedColumn.ALL.stream()
                        .<Field<?>>map(SealedColumn::text)
                        .toList());
    }

    private void fill(Store store) {
        for (var each = 0; each < PEOPLE; each++) {
            var name = "Person " + each;
            write(store, notebook -> {
                var person = notebook.people().add(name, Optional.empty(), false, MONDAY);
                notebook.people()
                        .save(person.with(new Profile(
                                List.of("tag"), "move", Optional.of(MONDAY), "need", "offer", Optional.empty())));
                notebook.meetings()
                        .add(
                                person.id(),
                                MONDAY,
                                Optional.empty(),
                                Optional.of("place of " + name),
                                Optional.of("note about " + name),
                                NOON);
                notebook.promises()
                        .add(person.id(), MONDAY, Promise.Kind.SHARE, Optional.of("article for " + name), MONDAY);
            });
        }
    }

    /** Takes away the last meeting, so that undoing has an older text to bring back. */
    private long remove(Store store) {
        var gesture = new ArrayList<Long>();
        store.as(opening("removal"), notebook -> {
            notebook.meetings().remove(notebook.meetings().all().getLast());
            gesture.add(notebook.gesture());
            return done();
        });
        return gesture.getLast();
    }

    /** How many texts each step found, those that found some. */
    private static List<Integer> goThrough(Resealing resealing) {
        var found = new ArrayList<Integer>();
        while (!resealing.finished()) {
            found.add(resealing.step());
        }
        return found.stream().filter(texts -> texts > 0).toList();
    }

    private void write(Store store, Consumer<Notebook> work) {
        gestures++;
        store.as(opening("g" + gestures), notebook -> {
            work.accept(notebook);
            return done();
        });
    }

    private static Reply.Done done() {
        return new Reply.Done(Message.of("Noted."));
    }

    private static Opening opening(String gesture) {
        return new Opening(ANA, "Ana", Optional.empty(), gesture, NOON, List.of());
    }

    /** Each key marks its texts at their beginning. */
    private boolean sealedAnew(byte[] sealed) {
        var mark = Arrays.copyOf(Sealer.of(rotated).seal(1, "any", "text"), A_MARK);
        return Arrays.equals(mark, Arrays.copyOf(sealed, A_MARK));
    }

    private static Meeting noted(Meeting meeting, String note) {
        return new Meeting(
                meeting.id(),
                meeting.personId(),
                meeting.on(),
                meeting.how(),
                meeting.where(),
                Optional.of(note),
                meeting.theyHelped(),
                meeting.helpedThem(),
                meeting.loggedAt(),
                meeting.log());
    }

    private byte[] anew(long owner, byte[] old) {
        return Sealer.of(rotated).anew(owner, "meeting.note", old).orElse(old);
    }

    private Resealing resealing(SealedRows rows, String keyset) {
        return new Resealing(rows.transactions(), Sealer.of(keyset), A_PAGE);
    }
}
