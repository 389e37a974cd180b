package bot.perennial.core.store;

import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.OthersContract;

class InMemoryOthersTest extends OthersContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected String stored(Account owner) {
        return store.snapshot(owner);
    }
}
