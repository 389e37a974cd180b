package bot.perennial.db;

/** Whose rows they are: what every row of a notebook says, and what seals its texts. */
record Owner(long id, long community, Sealer sealer) {
    byte[] seal(String column, String text) {
        return sealer.seal(id, column, text);
    }

    String open(String column, byte[] sealed) {
        return sealer.open(id, column, sealed);
    }
}
