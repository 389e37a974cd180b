package bot.perennial.db;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows of many members, each named by its member and its own id, as a table to join with. It is sent as one value, and
 * from each of its rows both servers step right to the row it names; the same as conditions costs them more to think
 * about than to read.
 */
final class Keys {
    private static final String NAME = "named";
    private static final Field<Long> MEMBER = DSL.field(DSL.name(NAME, "member"), Long.class);
    private static final Field<Long> ID = DSL.field(DSL.name(NAME, "id"), Long.class);

    private final String json;

    private Keys(String json) {
        this.json = json;
    }

    /** @param ids by member */
    static Keys of(Map<Long, ? extends Collection<Long>> ids) {
        return new Keys(ids.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(id -> "[" + each.getKey() + "," + id + "]"))
                .collect(Collectors.joining(",", "[", "]")));
    }

    boolean isEmpty() {
        return json.equals("[]");
    }

    /** To be joined from, so that the server does not read the other table first. */
    Table<?> table() {
        return DSL.jsonTable(DSL.field("{0}", JSON.class, DSL.val(json)), DSL.inline("$[*]"))
                .column(MEMBER.getUnqualifiedName(), SQLDataType.BIGINT)
                .path("$[0]")
                .column(ID.getUnqualifiedName(), SQLDataType.BIGINT)
                .path("$[1]")
                .as(NAME);
    }

    /** The rows they name. */
    List<Record> rows(DSLContext tx, TableField<Record, Long> member, TableField<Record, Long> id) {
        var rows = Objects.requireNonNull(id.getTable());
        return isEmpty()
                ? List.of()
                : List.copyOf(tx.select(rows.fields())
                        .from(table())
                        .straightJoin(rows)
                        .on(are(member, id))
                        .fetchInto(rows));
    }

    static Condition are(Field<Long> member, Field<Long> id) {
        return member.eq(MEMBER).and(id.eq(ID));
    }

    static Condition are(Field<Long> member, Field<Long> id, Select<Record1<Long>> found) {
        return member.eq(MEMBER).and(id.eq(found));
    }
}
