package bot.perennial.db;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.core.testing.AnyOrderContract;
import bot.perennial.core.testing.DutiesContract;
import bot.perennial.core.testing.GestureContract;
import bot.perennial.core.testing.LettersContract;
import bot.perennial.core.testing.MeetingsContract;
import bot.perennial.core.testing.MemberContract;
import bot.perennial.core.testing.OthersContract;
import bot.perennial.core.testing.OutboxContract;
import bot.perennial.core.testing.PacesContract;
import bot.perennial.core.testing.PeopleContract;
import bot.perennial.core.testing.PromisesContract;
import bot.perennial.core.testing.TextContract;
import bot.perennial.core.testing.TogetherContract;
import bot.perennial.core.testing.TurnsContract;
import bot.perennial.core.testing.UndoContract;
import bot.perennial.core.testing.UndoneGesturesContract;
import bot.perennial.core.testing.UndoneLettersContract;
import org.junit.jupiter.api.Nested;

/** What every store must do, on a server. */
abstract class ServerContract {
    abstract TestStore server();

    @Nested
    class AnyOrder extends AnyOrderContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }

        @Override
        protected int orders() {
            return 12;
        }
    }

    @Nested
    class Duties extends DutiesContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Gesture extends GestureContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Letters extends LettersContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Meetings extends MeetingsContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Member extends MemberContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Others extends OthersContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }

        @Override
        protected String stored(Account owner) {
            return server().rows(owner);
        }

        @Override
        protected int guesses() {
            return 6;
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Paces extends PacesContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class People extends PeopleContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Promises extends PromisesContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Text extends TextContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Together extends TogetherContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Turns extends TurnsContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class Undo extends UndoContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }

    @Nested
    class UndoneGestures extends UndoneGesturesContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }

        @Override
        protected String noted(Account owner) {
            return server().notes(owner);
        }

        @Override
        protected int depth() {
            return 0;
        }
    }

    @Nested
    class UndoneLetters extends UndoneLettersContract {
        private final Store store = server().emptied();

        @Override
        protected Store store() {
            return store;
        }
    }
}
