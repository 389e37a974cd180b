package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.Comparator;

/** What is coming in the next 14 days. */
final class Coming {
    private static final int DAYS = 14;
    private static final int MOST = 12;

    private final Notebook notebook;
    private final LocalDate today;

    Coming(Notebook notebook, LocalDate today) {
        this.notebook = notebook;
        this.today = today;
    }

    Message message() {
        var items = notebook.due(today.plusDays(DAYS)).stream()
                .sorted(Comparator.comparing(Item::on))
                .toList();
        if (items.isEmpty()) {
            return Message.of(Line.of("Nothing is coming in the next two weeks. Promise something with ")
                    .code("/followup ana 2w - send the article")
                    .plain("."));
        }
        var message = Message.EMPTY.heading("Coming in the next two weeks");
        for (var matter : notebook.matters(items.stream().limit(MOST).toList())) {
            message = message.entry(line(matter), controls(matter));
        }
        return items.size() > MOST ? message.small(Line.of("and " + (items.size() - MOST) + " more")) : message;
    }

    private Line line(Matter matter) {
        var day = DayWriter.weekday(matter.item().on(), today);
        var line = Line.of(day + ": ").strong(matter.person().name());
        return matter.promise()
                .map(promise ->
                        line.plain(" — " + promise.about().orElse(promise.kind().action())))
                .orElse(line.plain(" — a good time to say hello"));
    }

    private static Control[] controls(Matter matter) {
        var done = matter.promise()
                .map(promise -> new Control.Button(
                        "Done",
                        "/promise " + Phrases.id(promise.id()) + " done who:"
                                + matter.person().typed()))
                .orElse(new Control.Button(
                        "Reached out", "/reached " + matter.person().typed()));
        var change = matter.promise()
                .map(promise -> Phrases.change(matter.person(), promise))
                .orElseGet(() -> Phrases.change(matter.person()));
        return new Control[] {done, change};
    }
}
