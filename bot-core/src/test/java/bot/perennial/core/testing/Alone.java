package bot.perennial.core.testing;

import bot.perennial.core.duty.Rota;
import java.time.InstantSource;

/** A process that shares its tasks with nobody. */
public final class Alone {
    private Alone() {}

    public static Rota at(InstantSource time) {
        return new Rota(new InMemoryStore(), "everything", "alone", time);
    }
}
