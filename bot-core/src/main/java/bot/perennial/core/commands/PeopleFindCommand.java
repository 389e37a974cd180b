package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;

/** Finds people by any words noted about them: name, tags, places, notes, promises. */
public final class PeopleFindCommand implements Command {
    private static final int MOST = 10;
    private static final Option<String> WORDS = Option.words("words", "words of a name, tag, place, note or promise")
            .required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("people", "Find people by any words you noted", WORDS)
                .word("find")
                .examples("/people find fintech visa", "/people find pycon");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var words = invocation.arguments().get(WORDS);
        var hits = new Search(notebook).hits(words);
        if (hits.isEmpty()) {
            return new Reply.Done(Message.of(Line.of("Nobody fits ")
                    .quote(words)
                    .plain(". Fewer words find more; the beginning of a word is enough.")));
        }
        var shown = hits.stream().limit(MOST).toList();
        var line = Line.EMPTY;
        for (var hit : shown) {
            line = line.empty() ? line : line.plain("\n");
            line = line.strong(hit.person().name()).plain(" — " + PeopleCommand.last(hit.person(), invocation.today()));
            line = hit.evidence().isEmpty() ? line : line.plain(": ").quote(hit.evidence());
        }
        var message = Message.of(
                line, Card.menu(shown.stream().map(Search.Hit::person).toList()));
        return new Reply.Done(
                hits.size() > MOST
                        ? message.small(Line.of("and " + (hits.size() - MOST) + " more; another word finds fewer"))
                        : message);
    }
}
