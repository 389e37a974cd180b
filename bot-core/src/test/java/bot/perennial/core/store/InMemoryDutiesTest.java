package bot.perennial.core.store;

import bot.perennial.core.testing.DutiesContract;
import bot.perennial.core.testing.InMemoryStore;

class InMemoryDutiesTest extends DutiesContract {
    private final Store store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
