package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is expected of {@link bot.perennial.core.store.Meetings}. */
public abstract class MeetingsContract extends StoreContract {
    @Test
    void keepsEverythingAboutAMeeting() {
        var met = made(SAM, notebook -> notebook.meetings()
                .add(
                        add(notebook, "Dana").id(),
                        MONDAY.minusDays(3),
                        Optional.of(How.IN_PERSON),
                        Optional.of("Blue Bottle"),
                        Optional.of("likes jazz"),
                        NOON));
        assertThat(met.on()).isEqualTo(MONDAY.minusDays(3));
        assertThat(met.where()).contains("Blue Bottle");
        assertThat(find(met.id())).contains(met);
    }

    @Test
    void changesAMeeting() {
        var met = made(SAM, notebook -> meet(notebook, add(notebook, "Dana").id(), MONDAY));
        var other = made(SAM, notebook -> add(notebook, "Lee"));
        var changed = met.theyHelped(true)
                .helpedThem(true)
                .of(other.id())
                .told(MONDAY.minusDays(1), Optional.of(How.CALL), Optional.empty(), Optional.of("hi"));
        write(SAM, notebook -> notebook.meetings().save(changed));
        assertThat(find(met.id())).contains(changed);
    }

    @Test
    void knowsWhichGestureLoggedWhat() {
        var log = made(SAM, notebook -> {
            meet(notebook, add(notebook, "Dana").id(), MONDAY);
            meet(notebook, add(notebook, "Lee").id(), MONDAY);
            return notebook.gesture();
        });
        write(SAM, notebook -> meet(notebook, add(notebook, "Ruth").id(), MONDAY));
        var together = read(SAM, notebook -> notebook.meetings().log(log));
        assertThat(together).hasSize(2).allMatch(meeting -> meeting.log() == log);
    }

    @Test
    void removesAMeeting() {
        var met = made(SAM, notebook -> meet(notebook, add(notebook, "Dana").id(), MONDAY));
        write(SAM, notebook -> notebook.meetings().remove(met));
        assertThat(find(met.id())).isEmpty();
    }

    @Test
    void listsTheLatestFirst() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var lee = made(SAM, notebook -> add(notebook, "Lee"));
        write(SAM, notebook -> {
            meet(notebook, dana.id(), MONDAY.minusDays(1));
            meet(notebook, dana.id(), MONDAY.minusDays(9));
            meet(notebook, lee.id(), MONDAY.minusDays(5));
            meet(notebook, dana.id(), MONDAY);
        });
        assertThat(list(SAM, notebook -> notebook.meetings().with(dana.id(), 2)))
                .extracting(Meeting::on)
                .containsExactly(MONDAY, MONDAY.minusDays(1));
        assertThat(list(SAM, notebook -> notebook.meetings().all()))
                .extracting(Meeting::on)
                .containsExactly(MONDAY, MONDAY.minusDays(1), MONDAY.minusDays(5), MONDAY.minusDays(9));
    }

    @Test
    void ordersTheSameDayByWhenItWasLogged() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var second = made(SAM, NOON.plusSeconds(9), notebook -> notebook.meetings()
                .add(dana.id(), MONDAY, Optional.empty(), Optional.empty(), Optional.empty(), NOON.plusSeconds(9)));
        var first = made(SAM, notebook -> meet(notebook, dana.id(), MONDAY));
        assertThat(list(SAM, notebook -> notebook.meetings().with(dana.id(), 5)))
                .containsExactly(second, first);
    }

    @Test
    void knowsThePlaces() {
        write(SAM, notebook -> {
            var dana = add(notebook, "Dana").id();
            meetAt(notebook, dana, MONDAY.minusDays(4), "Café Müller");
            meetAt(notebook, dana, MONDAY.minusDays(3), "blue bottle");
            meetAt(notebook, dana, MONDAY.minusDays(2), "Blue Bottle");
            meetAt(notebook, dana, MONDAY.minusDays(1), "Zoom");
            meetAt(notebook, dana, MONDAY, "Café Müller");
            meet(notebook, dana, MONDAY);
        });
        write(KIM, notebook -> meetAt(notebook, add(notebook, "Lee").id(), MONDAY, "Kim's"));
        assertThat(places("", 5)).containsExactly("Café Müller", "Zoom", "Blue Bottle");
        assertThat(places("", 2)).containsExactly("Café Müller", "Zoom");
        assertThat(places("BLUE b", 5)).containsExactly("Blue Bottle");
        assertThat(places("cafe", 5)).containsExactly("Café Müller");
        assertThat(places("bottle", 5)).isEmpty();
    }

    @Test
    void keepsOwnersApart() {
        var met = made(SAM, notebook -> meet(notebook, add(notebook, "Dana").id(), MONDAY));
        write(KIM, notebook -> notebook.meetings().remove(met));
        assertThatThrownBy(() -> write(KIM, notebook -> notebook.meetings().save(met.theyHelped(true))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(KIM, notebook -> meet(notebook, met.personId(), MONDAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found(KIM, notebook -> notebook.meetings().find(met.id()))).isEmpty();
        assertThat(list(KIM, notebook -> notebook.meetings().all())).isEmpty();
        assertThat(list(KIM, notebook -> notebook.meetings().with(met.personId(), 5)))
                .isEmpty();
        assertThat(find(met.id())).contains(met);
    }

    private Optional<Meeting> find(long id) {
        return read(SAM, notebook -> notebook.meetings().find(id));
    }

    private List<String> places(String text, int most) {
        return read(SAM, notebook -> notebook.meetings().places(text, most));
    }

    private static Meeting meet(Notebook notebook, long person, LocalDate day) {
        return notebook.meetings().add(person, day, Optional.empty(), Optional.empty(), Optional.empty(), NOON);
    }

    private static void meetAt(Notebook notebook, long person, LocalDate day, String place) {
        notebook.meetings().add(person, day, Optional.empty(), Optional.of(place), Optional.empty(), NOON);
    }
}
