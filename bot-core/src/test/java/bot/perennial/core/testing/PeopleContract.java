package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Contact;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Profile;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Letter;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of {@link bot.perennial.core.store.People}. */
public abstract class PeopleContract extends StoreContract {
    private static final Account DANA = new Account("test", "T1", "U9");

    @Test
    void remembersSomeoneNew() {
        var dana = made(SAM, notebook -> notebook.people().add("Dana", Optional.of(DANA), true, MONDAY));
        assertThat(dana)
                .isEqualTo(new Person(
                        dana.id(), "Dana", Optional.of(DANA), true, MONDAY, Profile.EMPTY, Contact.NONE, Keeping.NONE));
        assertThat(find(dana.id())).contains(dana);
    }

    @Test
    void keepsEverythingAboutSomeone() {
        var via = made(SAM, notebook -> add(notebook, "Lee"));
        var dana = made(SAM, notebook -> add(notebook, "Dana"))
                .named("Dana Ortiz")
                .mentioned(DANA)
                .with(new Profile(
                        List.of("fintech", "visa"),
                        "moving in May",
                        Optional.of(MONDAY),
                        "visa advice",
                        "pricing",
                        Optional.of(via.id())))
                .with(new Contact(4, Optional.of(MONDAY), List.of(How.CALL, How.EMAIL, How.CALL), Optional.of(NOON)))
                .with(new Keeping(
                        Optional.of(MONTHLY),
                        Optional.of(MONDAY),
                        Optional.of(MONDAY.plusDays(30)),
                        Optional.of(MONDAY.plusDays(31)),
                        true));
        write(SAM, notebook -> notebook.people().save(dana));
        assertThat(find(dana.id())).contains(dana);
    }

    @Test
    void clearsWhatIsNoLongerSo() {
        var plain = made(SAM, notebook -> notebook.people().add("Dana", Optional.empty(), true, MONDAY));
        var full = plain.sorted()
                .with(new Profile(List.of("a"), "b", Optional.of(MONDAY), "c", "d", Optional.of(plain.id())))
                .with(Contact.NONE.logged(MONDAY, Optional.of(How.CALL), NOON))
                .with(Keeping.NONE.every(MONTHLY, MONDAY, MONDAY, MONDAY));
        write(SAM, notebook -> notebook.people().save(full));
        write(SAM, notebook -> notebook.people().save(plain));
        assertThat(find(plain.id())).contains(plain);
    }

    @Test
    void seesItsOwnWrites() {
        var seen = made(SAM, notebook -> {
            var dana = add(notebook, "Dana");
            notebook.people().save(dana.named("Dana Wu"));
            assertThat(notebook.people().find(dana.id())).map(Person::name).contains("Dana Wu");
            return notebook.people().named(new Who.Named("dana wu"));
        });
        assertThat(seen).extracting(Person::name).containsExactly("Dana Wu");
    }

    @ParameterizedTest
    @CsvSource({"Zoë Ko", "zoe ko", "ZOE KO", "'  zoë   KO '", "zoe", "ko", "z k", "k zo"})
    void findsByName(String typed) {
        write(SAM, notebook -> add(notebook, "Zoë Ko"));
        assertThat(named(typed)).containsExactly("Zoë Ko");
        assertThat(named(Normalizer.normalize(typed, Normalizer.Form.NFD))).containsExactly("Zoë Ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oe", "o", "zoeko", "zoe kon", "ko zoe lee", "%", "_", "zo%", "", " ", "\\", "'"})
    void findsNobodyOfAnotherName(String typed) {
        write(SAM, notebook -> add(notebook, "Zoë Ko"));
        assertThat(named(typed)).isEmpty();
    }

    @Test
    void findsSpellingsStoredDecomposed() {
        write(SAM, notebook -> add(notebook, Normalizer.normalize("Zoë", Normalizer.Form.NFD)));
        assertThat(named("Zoë")).hasSize(1);
    }

    @Test
    void prefersTheWholeName() {
        write(SAM, notebook -> {
            add(notebook, "Dana");
            add(notebook, "Dana Wu");
        });
        assertThat(named("dana")).containsExactly("Dana");
        assertThat(named("dan")).containsExactlyInAnyOrder("Dana", "Dana Wu");
    }

    @Test
    void namesTheLatestContactFirst() {
        write(SAM, notebook -> {
            var people = notebook.people();
            people.save(add(notebook, "Dana A").with(contact(MONDAY.minusDays(5))));
            add(notebook, "Dana B");
            people.save(add(notebook, "Dana C").with(contact(MONDAY)));
        });
        assertThat(named("dana")).containsExactly("Dana C", "Dana A", "Dana B");
        assertThat(suggested("da", 2)).containsExactly("Dana C", "Dana A");
    }

    @Test
    void leavesOutTheUnsorted() {
        write(SAM, notebook -> notebook.people().add("Dana", Optional.of(DANA), true, MONDAY));
        assertThat(named("Dana")).isEmpty();
        assertThat(mentioned("Dana")).isEmpty();
        assertThat(suggested("Dana", 5)).isEmpty();
        assertThat(list(SAM, notebook -> notebook.people().all())).hasSize(1);
    }

    @Test
    void findsByMention() {
        write(SAM, notebook -> {
            notebook.people().add("Somebody Else", Optional.of(DANA), false, MONDAY);
            add(notebook, "Dana");
        });
        assertThat(mentioned("Dana")).containsExactly("Somebody Else");
    }

    @Test
    void findsThoseWithoutAnAccountByTheNameOfAMention() {
        var other = new Account("test", "T1", "U8");
        write(SAM, notebook -> {
            notebook.people().add("Dana", Optional.of(other), false, MONDAY);
            add(notebook, "dána");
            add(notebook, "Dana Wu");
        });
        assertThat(mentioned("Dana")).containsExactly("dána");
    }

    @Test
    void findsByItsOwnId() {
        var dana = made(SAM, notebook -> notebook.people().add("Dana", Optional.empty(), true, MONDAY));
        assertThat(list(SAM, notebook -> notebook.people().named(new Who.Known(dana.id()))))
                .containsExactly(dana);
        assertThat(list(SAM, notebook -> notebook.people().named(new Who.Known(dana.id() + 1))))
                .isEmpty();
    }

    @Test
    void listsEveryoneByName() {
        write(SAM, notebook -> List.of("zoe", "Ángel", "bea", "Ann").forEach(name -> add(notebook, name)));
        assertThat(list(SAM, notebook -> notebook.people().all()))
                .extracting(Person::name)
                .containsExactly("Ángel", "Ann", "bea", "zoe");
    }

    @Test
    void suggestsWhereTheTextBeginsAWord() {
        write(SAM, notebook -> List.of("Dana Ortiz", "Orla", "Theodor").forEach(name -> add(notebook, name)));
        assertThat(suggested("OR", 5)).containsExactly("Dana Ortiz", "Orla");
        assertThat(suggested("dana  o", 5)).containsExactly("Dana Ortiz");
        assertThat(suggested("", 2)).containsExactly("Dana Ortiz", "Orla");
        assertThat(suggested("%", 5)).isEmpty();
    }

    @Test
    void forgetsSomeoneWithAllThatWasNoted() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        write(SAM, notebook -> {
            notebook.meetings().add(dana.id(), MONDAY, Optional.empty(), Optional.empty(), Optional.empty(), NOON);
            notebook.promises().add(dana.id(), MONDAY, Promise.Kind.ASK, Optional.empty(), MONDAY);
        });
        write(SAM, notebook -> notebook.people().forget(dana));
        assertThat(find(dana.id())).isEmpty();
        assertThat(list(SAM, notebook -> notebook.meetings().all())).isEmpty();
        assertThat(list(SAM, notebook -> notebook.promises().open())).isEmpty();
    }

    @Test
    void countsHellos() {
        write(SAM, notebook -> {
            add(notebook, "Early", MONDAY.minusDays(1));
            add(notebook, "One", MONDAY);
            add(notebook, "Two", MONDAY);
            add(notebook, "Last", MONDAY.plusDays(2));
            add(notebook, "Late", MONDAY.plusDays(3));
            add(notebook, "Never");
            notebook.people()
                    .save(add(notebook, "Resting").with(Keeping.NONE.rested().moved(MONDAY)));
        });
        write(KIM, notebook -> add(notebook, "Theirs", MONDAY));
        Map<LocalDate, Integer> hellos = read(SAM, notebook -> notebook.people().hellos(MONDAY, MONDAY.plusDays(2)));
        assertThat(hellos).containsOnly(Map.entry(MONDAY, 2), Map.entry(MONDAY.plusDays(2), 1));
    }

    @Test
    void keepsOwnersApart() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        write(KIM, notebook -> notebook.letters().cancel(Letter.Kind.NUDGE));
        assertThat(list(KIM, notebook -> notebook.people().all())).isEmpty();
        assertThat(found(KIM, notebook -> notebook.people().find(dana.id()))).isEmpty();
        assertThat(list(KIM, notebook -> notebook.people().named(new Who.Named("Dana"))))
                .isEmpty();
        assertThat(list(KIM, notebook -> notebook.people().suggest("", 9))).isEmpty();
    }

    @Test
    void neverWritesIntoAnotherNotebook() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        assertThatThrownBy(() -> write(KIM, notebook -> notebook.people().save(dana.named("Mine"))))
                .isInstanceOf(IllegalArgumentException.class);
        write(KIM, notebook -> notebook.people().forget(dana));
        assertThat(find(dana.id())).contains(dana);
    }

    private Optional<Person> find(long id) {
        return read(SAM, notebook -> notebook.people().find(id));
    }

    private List<String> named(String name) {
        return names(read(SAM, notebook -> notebook.people().named(new Who.Named(name))));
    }

    private List<String> mentioned(String name) {
        return names(read(SAM, notebook -> notebook.people().named(new Who.Mentioned(DANA, name))));
    }

    private List<String> suggested(String text, int most) {
        return names(read(SAM, notebook -> notebook.people().suggest(text, most)));
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private static Contact contact(LocalDate day) {
        return Contact.NONE.logged(day, Optional.empty(), NOON);
    }
}
