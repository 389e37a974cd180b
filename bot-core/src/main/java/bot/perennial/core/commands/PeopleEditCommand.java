package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Changes what is noted about who someone is; what was said and when is changed under its log. */
public final class PeopleEditCommand implements Command {
    static final Option<String> NAME = Option.name("name", "their name");
    static final Option<List<String>> TAGS = Option.of("tags", "words to find them by", new Kind.Tags());
    static final Option<String> UP_TO = Option.words("upto", "what they are up to");
    static final Option<String> NEEDS = Option.words("needs", "what would help them");
    static final Option<String> OFFERS = Option.words("offers", "what they can help with");
    private static final Option<Who> WHO =
            Option.of("who", "whose card", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "people",
                        "Change someone's card: name, tags, what they are up to, need and offer",
                        WHO,
                        NAME,
                        TAGS,
                        UP_TO,
                        NEEDS,
                        OFFERS)
                .word("edit")
                .examples("/people edit dana", "/people edit dana needs:visa advice offers:pricing");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var found = Found.one(notebook, arguments.get(WHO));
        if (found.isEmpty()) {
            return Which.gone();
        }
        if (found.get().person().isEmpty()) {
            return Which.first(found.get(), fit -> "/people edit " + fit.typed());
        }
        var person = found.get().person().get();
        if (List.of(NAME, TAGS, UP_TO, NEEDS, OFFERS).stream().noneMatch(arguments::has)) {
            return new Reply.Ask(form(person));
        }
        var profile = person.profile();
        return changed(
                notebook,
                invocation,
                person.named(arguments.find(NAME).orElse(person.name()))
                        .with(profile.tags(arguments.find(TAGS).orElse(profile.tags()))
                                .upTo(arguments.find(UP_TO).orElse(profile.upTo()), invocation.today())
                                .needs(arguments.find(NEEDS).orElse(profile.needs()))
                                .offers(arguments.find(OFFERS).orElse(profile.offers()))));
    }

    static Reply changed(Notebook notebook, Invocation invocation, Person person) {
        notebook.people().save(person);
        return new Reply.Done(Message.of(Line.of("Changed."), Phrases.undoAll(notebook))
                .and(new Card(notebook, person, invocation.today()).message()));
    }

    private static Form form(Person person) {
        var profile = person.profile();
        return new Form(
                "Edit",
                "/reword " + person.typed(),
                "Save",
                List.of(
                        Field.words("name", "Name", person.name()).required(),
                        Field.words("tags", "Tags", String.join(" ", profile.tags()))
                                .hint("Words to find them by, separated by spaces"),
                        Field.words("upto", "Up to", profile.upTo()).hint("What they are up to"),
                        Field.words("needs", "Needs", profile.needs()).hint("What would help them"),
                        Field.words("offers", "Offers", profile.offers()).hint("What they can help with")));
    }
}
