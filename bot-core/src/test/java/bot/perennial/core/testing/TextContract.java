package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Profile;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected of people's own words: they come back as they were. */
public abstract class TextContract extends StoreContract {
    static List<String> texts() {
        return List.of(
                "👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 🇵🇹 ❤️",
                "שלום עולם مرحبا \u202Eabc\u202C",
                "e\u0301 versus \u00E9",
                "한국 \u1112\u1161\u11AB",
                "日本 が か\u3099 𠮷野家",
                "Z\u0351\u036B\u0343 zalgo" + "\u0301".repeat(200),
                "line one\nline two\r\n\ttabbed",
                "  spaces around  ",
                "",
                "'; drop table member; -- \\' \" \\\\ % _ ? {0} ${x} :name",
                "=cmd|'/c calc'!A1",
                "<!channel> &amp; @everyone",
                "\u200B\uFEFFinvisible\u00AD",
                "\uFFFD\uD83D\uDC4B",
                "x".repeat(2_000),
                "é".repeat(2_000),
                "👋".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsNotes(String text) {
        var met = made(SAM, notebook -> notebook.meetings()
                .add(add(notebook, "Dana").id(), MONDAY, Optional.empty(), Optional.of(text), Optional.of(text), NOON));
        assertThat(met.note()).contains(text);
        assertThat(found(SAM, notebook -> notebook.meetings().find(met.id()))).contains(met);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsPromises(String text) {
        var promise = made(SAM, notebook -> notebook.promises()
                .add(add(notebook, "Dana").id(), MONDAY, Promise.Kind.ASK, Optional.of(text), MONDAY));
        assertThat(promise.about()).contains(text);
        assertThat(found(SAM, notebook -> notebook.promises().find(promise.id())))
                .contains(promise);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsProfiles(String text) {
        var dana = made(SAM, notebook -> {
            var person = add(notebook, "Dana")
                    .with(Keeping.NONE)
                    .with(new Profile(List.of(text, "plain"), text, Optional.of(MONDAY), text, text, Optional.empty()));
            notebook.people().save(person);
            return person;
        });
        assertThat(found(SAM, notebook -> notebook.people().find(dana.id()))).contains(dana);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsNames(String text) {
        var name = text.substring(0, text.offsetByCodePoints(0, Math.min(200, text.codePointCount(0, text.length()))));
        var person = made(SAM, notebook -> add(notebook, name));
        assertThat(found(SAM, notebook -> notebook.people().find(person.id())))
                .map(Person::name)
                .contains(name);
        if (!name.isBlank()) {
            assertThat(list(SAM, notebook -> notebook.people().named(new Who.Named(name))))
                    .containsExactly(person);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsAnswers(String text) {
        var answer = done(text);
        for (var time = 0; time < 2; time++) {
            assertThat(store().as(opening(SAM, "g", NOON), notebook -> {
                        add(notebook, "Dana");
                        return answer;
                    }))
                    .isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bringsWordsBackWhenUndone(String text) {
        var met = made(SAM, notebook -> notebook.meetings()
                .add(add(notebook, "Dana").id(), MONDAY, Optional.empty(), Optional.empty(), Optional.of(text), NOON));
        var removed = made(SAM, notebook -> {
            notebook.meetings().remove(met);
            return notebook.gesture();
        });
        write(SAM, notebook -> notebook.history().undo(removed, NOON));
        assertThat(list(SAM, notebook -> notebook.meetings().all())).containsExactly(met);
    }
}
