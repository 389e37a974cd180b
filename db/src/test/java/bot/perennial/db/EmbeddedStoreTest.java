package bot.perennial.db;

class EmbeddedStoreTest extends ServerContract {
    @Override
    TestStore server() {
        return TestStore.embedded();
    }
}
