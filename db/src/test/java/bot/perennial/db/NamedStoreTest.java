package bot.perennial.db;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the server that PERENNIAL_TEST_DATABASE_URL names. */
@EnabledIfEnvironmentVariable(named = "PERENNIAL_TEST_DATABASE_URL", matches = ".+")
class NamedStoreTest extends ServerContract {
    @Override
    TestStore server() {
        return TestStore.named();
    }
}
