package bot.perennial.core.store;

import bot.perennial.core.testing.GestureContract;
import bot.perennial.core.testing.InMemoryStore;

class InMemoryGestureTest extends GestureContract {
    private final InMemoryStore store = InMemoryStore.rehearsing();

    @Override
    protected Store store() {
        return store;
    }
}
