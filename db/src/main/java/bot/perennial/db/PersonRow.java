package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PERSON;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Contact;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Profile;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Record;

/** Someone in a notebook, as a row. */
record PersonRow(Owner owner) {
    private static final String PROFILE = "person.profile";
    private static final int LONGEST_KEY = 500;

    Person read(Record row) {
        return new Person(
                row.get(PERSON.PERSON_ID),
                row.get(PERSON.NAME),
                Cells.some(row, PERSON.ACCOUNT)
                        .map(user -> new Account(row.get(PERSON.PLATFORM), row.get(PERSON.WORKSPACE), user)),
                row.get(PERSON.UNSORTED),
                row.get(PERSON.ADDED_ON),
                profile(row),
                contact(row),
                keeping(row));
    }

    void write(Person person, Record row) {
        row.set(PERSON.NAME, person.name());
        row.set(PERSON.NAME_KEY, key(person.name()));
        Cells.set(row, PERSON.PLATFORM, person.account().map(Account::platform));
        Cells.set(row, PERSON.WORKSPACE, person.account().map(Account::workspace));
        Cells.set(row, PERSON.ACCOUNT, person.account().map(Account::user));
        row.set(PERSON.UNSORTED, person.unsorted());
        row.set(PERSON.ADDED_ON, person.addedOn());
        Cells.set(row, PERSON.PROFILE, words(person.profile()).map(words -> owner.seal(PROFILE, words)));
        Cells.set(row, PERSON.UP_TO_ON, person.profile().upToOn());
        Cells.set(row, PERSON.VIA, person.profile().via());
        row.set(PERSON.TIMES, person.contact().times());
        Cells.set(row, PERSON.LAST_ON, person.contact().last());
        row.set(PERSON.WAYS, person.contact().ways().stream().map(How::name).collect(Collectors.joining(",")));
        Cells.set(row, PERSON.LOGGED_AT, person.contact().loggedAt());
        Cells.set(row, PERSON.RHYTHM, person.keeping().rhythm().map(Rhythm::code));
        Cells.set(row, PERSON.CHOSEN_ON, person.keeping().chosenOn());
        Cells.set(row, PERSON.IDEAL_ON, person.keeping().ideal());
        Cells.set(row, PERSON.NEXT_ON, person.keeping().next());
        row.set(PERSON.RESTING, person.keeping().resting());
    }

    /** The key of a name begins with a space, as each of its words does. */
    static String key(String name) {
        var key = " " + NameKey.of(name);
        return key.substring(0, key.offsetByCodePoints(0, Math.min(LONGEST_KEY, key.codePointCount(0, key.length()))));
    }

    private Profile profile(Record row) {
        var words = Cells.some(row, PERSON.PROFILE)
                .map(cipher ->
                        JsonParser.parseString(owner.open(PROFILE, cipher)).getAsJsonObject())
                .orElseGet(JsonObject::new);
        var tags = words.has("tags") ? words.getAsJsonArray("tags") : new JsonArray();
        return new Profile(
                StreamSupport.stream(tags.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList(),
                text(words, "upTo"),
                Cells.some(row, PERSON.UP_TO_ON),
                text(words, "needs"),
                text(words, "offers"),
                Cells.some(row, PERSON.VIA));
    }

    private static Optional<String> words(Profile profile) {
        if (profile.tags().isEmpty()
                && profile.upTo().isEmpty()
                && profile.needs().isEmpty()
                && profile.offers().isEmpty()) {
            return Optional.empty();
        }
        var words = new JsonObject();
        var tags = new JsonArray();
        profile.tags().forEach(tags::add);
        words.add("tags", tags);
        words.addProperty("upTo", profile.upTo());
        words.addProperty("needs", profile.needs());
        words.addProperty("offers", profile.offers());
        return Optional.of(words.toString());
    }

    private static String text(JsonObject words, String name) {
        return words.has(name) ? words.get(name).getAsString() : "";
    }

    private static Contact contact(Record row) {
        var ways = row.get(PERSON.WAYS);
        return new Contact(
                row.get(PERSON.TIMES),
                Cells.some(row, PERSON.LAST_ON),
                ways.isEmpty()
                        ? List.of()
                        : Stream.of(ways.split(",", -1)).map(How::valueOf).toList(),
                Cells.some(row, PERSON.LOGGED_AT));
    }

    private static Keeping keeping(Record row) {
        return new Keeping(
                Cells.some(row, PERSON.RHYTHM).map(Rhythm::of),
                Cells.some(row, PERSON.CHOSEN_ON),
                Cells.some(row, PERSON.IDEAL_ON),
                Cells.some(row, PERSON.NEXT_ON),
                row.get(PERSON.RESTING));
    }
}
