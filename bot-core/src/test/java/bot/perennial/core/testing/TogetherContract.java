package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is expected of a store when several things happen at the same moment. */
public abstract class TogetherContract extends StoreContract {
    private static final int MANY = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void appliesAGestureOnceHoweverOftenItArrives() {
        var opening = opening(SAM, "g", NOON);
        var replies = together(number -> () -> store().as(opening, notebook -> {
            add(notebook, "Dana");
            return done("From " + number);
        }));
        assertThat(replies).hasSize(MANY);
        assertThat(new HashSet<>(replies)).hasSize(1);
        assertThat(list(SAM, notebook -> notebook.people().all())).hasSize(1);
    }

    @Test
    void losesNoGestureOfANewcomer() {
        var openings = IntStream.range(0, MANY)
                .mapToObj(number -> opening(SAM, "g" + number, NOON))
                .toList();
        together(number -> () -> store().as(openings.get(number), notebook -> {
            add(notebook, "Dana " + number);
            return done("Noted.");
        }));
        assertThat(list(SAM, notebook -> notebook.people().all()))
                .extracting(Person::name)
                .containsExactly("Dana 0", "Dana 1", "Dana 2", "Dana 3");
    }

    @Test
    void losesNoChangeToOneMember() {
        write(SAM, notebook -> add(notebook, "Dana"));
        var openings = IntStream.range(0, MANY)
                .mapToObj(number -> opening(SAM, "g" + number, NOON))
                .toList();
        together(number -> () -> store().as(openings.get(number), notebook -> {
            var dana = notebook.people().all().getFirst();
            notebook.people().save(dana.with(dana.contact().logged(MONDAY.plusDays(number), Optional.empty(), NOON)));
            return done("Noted.");
        }));
        assertThat(list(SAM, notebook -> notebook.people().all()))
                .extracting(person -> person.contact().times())
                .containsExactly(MANY);
    }

    @Test
    void givesEachLetterToOnePostman() {
        for (var number = 0; number < MANY; number++) {
            var account = new Account("test", "T1", "U" + number);
            for (var key : List.of("a", "b", "c")) {
                write(account, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, key, NOON, List.of()));
            }
        }
        var claimed = together(
                number -> () -> rounds(backstage -> backstage.outbox().claim(NOON, NOON.plusSeconds(60), MANY * 3)));
        var left = rounds(backstage -> backstage.outbox().claim(NOON, NOON.plusSeconds(60), MANY * 3));
        var ids = new ArrayList<Long>();
        claimed.forEach(letters -> letters.forEach(letter -> ids.add(letter.id())));
        left.forEach(letter -> ids.add(letter.id()));
        assertThat(ids).hasSize(MANY * 3).doesNotHaveDuplicates();
    }

    private static <T> List<T> together(IntFunction<Callable<T>> works) {
        var start = new CyclicBarrier(MANY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, MANY)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                        return works.apply(number).call();
                    }))
                    .toList();
            return futures.stream().map(TogetherContract::answer).toList();
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
