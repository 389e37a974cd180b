package bot.perennial.db;

import bot.perennial.core.store.Backstage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Lists in parts that a statement can take: with 1,000 ids or more in one, the server reads every row. */
final class Batches {
    private Batches() {}

    /** One of some ids, which are spelled out: as a value each, a thousand cost more than the rows they name. */
    static Condition in(Field<Long> id, Collection<Long> ids) {
        return DSL.condition(
                ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "{0} in (", ")")), id);
    }

    static <T> List<List<T>> of(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (var start = 0; start < all.size(); start += Backstage.BATCH) {
            parts.add(all.subList(start, Math.min(all.size(), start + Backstage.BATCH)));
        }
        return parts;
    }
}
