package bot.perennial.core.store;

import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.PromisesContract;

class InMemoryPromisesTest extends PromisesContract {
    private final InMemoryStore store = InMemoryStore.rehearsing();

    @Override
    protected Store store() {
        return store;
    }
}
