package bot.perennial.db;

import org.jooq.DSLContext;

/** Tries a keyset on the first and the last sealed text of each column. */
record KeysetCheck(DSLContext tx, Sealer sealer) {
    boolean fits() {
        return SealedColumn.ALL.stream().allMatch(this::fits);
    }

    /** The last as well: encrypting anew begins with the first, and may not have come to it. */
    private boolean fits(SealedColumn column) {
        var first = tx.select(column.owner(), column.text())
                .from(column.table())
                .where(column.text().isNotNull())
                .orderBy(column.owner(), column.id())
                .limit(1);
        var last = tx.select(column.owner(), column.text())
                .from(column.table())
                .where(column.text().isNotNull())
                .orderBy(column.owner().desc(), column.id().desc())
                .limit(1);
        try {
            first.unionAll(last).forEach(row -> sealer.open(row.value1(), column.bound(), row.value2()));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
