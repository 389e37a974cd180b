package bot.perennial.core.store;

import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.TogetherContract;

class InMemoryTogetherTest extends TogetherContract {
    private final InMemoryStore store = InMemoryStore.rehearsing();

    @Override
    protected Store store() {
        return store;
    }
}
