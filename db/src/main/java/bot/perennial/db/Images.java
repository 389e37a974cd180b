package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;
import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.MEMBER;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What was there before a gesture, as text; what is encrypted stays so. */
final class Images {
    private static final Map<String, Table<Record>> TABLES =
            Map.of("member", MEMBER, "person", PERSON, "meeting", MEETING, "promise", PROMISE, "letter", LETTER);
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            Long.class, Long::valueOf,
            Integer.class, Integer::valueOf,
            Short.class, Short::valueOf,
            Byte.class, Byte::valueOf,
            Boolean.class, Boolean::valueOf,
            String.class, text -> text,
            byte[].class, Base64.getDecoder()::decode,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    private Images() {}

    static String write(List<Ledger.Change> changes) {
        var json = new JsonArray();
        for (var change : changes) {
            var image = new JsonObject();
            image.addProperty("table", change.table());
            image.addProperty("id", change.id());
            change.before().ifPresent(row -> image.add("before", write(row, List.of(row.fields()))));
            change.after().ifPresent(row -> image.add("after", write(row, compared(change.table(), row))));
            json.add(image);
        }
        return json.toString();
    }

    static List<Ledger.Change> read(DSLContext tx, String text) {
        var changes = new ArrayList<Ledger.Change>();
        for (var element : JsonParser.parseString(text).getAsJsonArray()) {
            var image = element.getAsJsonObject();
            var table = image.get("table").getAsString();
            changes.add(new Ledger.Change(
                    table,
                    image.get("id").getAsLong(),
                    row(tx, table, image, "before"),
                    row(tx, table, image, "after")));
        }
        return changes;
    }

    /** The same with each sealed text sealed anew; empty if none needs it. */
    static Optional<String> anew(String text, Anew anew) {
        var images = JsonParser.parseString(text).getAsJsonArray();
        var changed = false;
        for (var element : images) {
            var image = element.getAsJsonObject();
            for (var name : List.of("before", "after")) {
                if (image.has(name)) {
                    changed |= anew(image.get("table").getAsString(), image.getAsJsonObject(name), anew);
                }
            }
        }
        return changed ? Optional.of(images.toString()) : Optional.empty();
    }

    private static boolean anew(String table, JsonObject row, Anew anew) {
        var changed = false;
        for (var column : List.copyOf(row.keySet())) {
            if (SealedColumn.named(table, column).isPresent()) {
                var cipher = Base64.getDecoder().decode(row.get(column).getAsString());
                var fresh = anew.of(table, column, cipher);
                fresh.ifPresent(
                        bytes -> row.addProperty(column, Base64.getEncoder().encodeToString(bytes)));
                changed |= fresh.isPresent();
            }
        }
        return changed;
    }

    /** Seals a text of some column anew; empty if that is not needed. */
    interface Anew {
        Optional<byte[]> of(String table, String column, byte[] sealed);
    }

    /** Afterwards only what undoing compares is of interest; for most rows that is who changed them. */
    private static List<Field<?>> compared(String table, Record row) {
        return switch (table) {
            case "member" -> List.of(row.fields());
            case "letter" -> List.of(LETTER.STATE, LETTER.CHANGED_BY);
            default -> List.of(Objects.requireNonNull(row.field("changed_by")));
        };
    }

    private static JsonObject write(Record row, List<Field<?>> columns) {
        var json = new JsonObject();
        for (var column : columns) {
            Optional.ofNullable(row.get(column)).ifPresent(value -> json.addProperty(column.getName(), text(value)));
        }
        return json;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    private static Optional<Record> row(DSLContext tx, String table, JsonObject image, String name) {
        if (!image.has(name)) {
            return Optional.empty();
        }
        var json = image.getAsJsonObject(name);
        var row = tx.newRecord(TABLES.get(table));
        for (var column : row.fields()) {
            if (json.has(column.getName())) {
                read(row, column, json.get(column.getName()).getAsString());
            }
        }
        return Optional.of(row);
    }

    private static <T> void read(Record row, Field<T> column, String text) {
        row.set(
                column,
                column.getType()
                        .cast(Objects.requireNonNull(READERS.get(column.getType()))
                                .apply(text)));
    }
}
