package bot.perennial.core.store;

import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.PacesContract;

class InMemoryPacesTest extends PacesContract {
    private final InMemoryStore store = InMemoryStore.rehearsing();

    @Override
    protected Store store() {
        return store;
    }
}
