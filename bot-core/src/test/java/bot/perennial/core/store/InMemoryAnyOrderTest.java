package bot.perennial.core.store;

import bot.perennial.core.testing.AnyOrderContract;
import bot.perennial.core.testing.InMemoryStore;

class InMemoryAnyOrderTest extends AnyOrderContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }
}
