package bot.perennial.core.store;

import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.UndoneGesturesContract;

class InMemoryUndoneGesturesTest extends UndoneGesturesContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected String noted(Account owner) {
        return store.notes(owner).replaceFirst("touched=Optional\\[[^]]*]", "touched");
    }
}
