package bot.perennial.db;

import bot.perennial.core.store.Backstage;
import java.util.ArrayList;
import java.util.List;

/** Lists in parts that a statement can take: with 1,000 ids or more in one, the server reads every row. */
final class Batches {
    private Batches() {}

    static <T> List<List<T>> of(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (var start = 0; start < all.size(); start += Backstage.BATCH) {
            parts.add(all.subList(start, Math.min(all.size(), start + Backstage.BATCH)));
        }
        return parts;
    }
}
