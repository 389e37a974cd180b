package bot.perennial.core.commands;

import bot.perennial.core.calendar.TimeReader;
import bot.perennial.core.calendar.ZoneReader;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.time.ZoneId;
import java.util.List;

/** Pressed to say where a member is: a city, a region, or what their clock shows. */
public final class ZoneCommand implements Command {
    private static final Option<String> ZONE = Option.words("zone", "your city or region");

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("zone", ZONE);
    }

    static Form form() {
        return new Form(
                "What time is it?",
                "/zone",
                "Next",
                List.of(Field.words("zone", "Your city, or what your clock shows now", "")
                        .hint("Lisbon, Europe/Lisbon or 9:12")
                        .required()));
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var typed = invocation.arguments().find(ZONE);
        if (typed.isEmpty()) {
            return new Reply.Ask(form());
        }
        var clock = TimeReader.read(typed.get());
        if (clock.isPresent()) {
            return choose(ZoneReader.guess(clock.get(), invocation.at()));
        }
        return switch (ZoneReader.read(typed.get(), invocation.at())) {
            case ZoneReader.Reading.Read(ZoneId zone) -> {
                var member = notebook.member().in(zone);
                Nudging.arrived(notebook, member, invocation.at());
                yield new Reply.Done(
                        Message.of("You are in " + city(zone) + ".").and(TurnOnCommand.hour(member)),
                        Reply.Place.ENTRY);
            }
            case ZoneReader.Reading.Candidates(List<ZoneId> zones) -> choose(zones);
            case ZoneReader.Reading.Unreadable() ->
                new Reply.Refused(
                        Message.of(
                                Line.of("I don't know that place. Try a large city near you, such as ")
                                        .code("Lisbon")
                                        .plain("."),
                                new Control.Button("Try again", "/zone")),
                        ZONE.name());
        };
    }

    private static Reply choose(List<ZoneId> zones) {
        if (zones.isEmpty()) {
            return new Reply.Refused(Message.of(
                    Line.of("I know no large city where it is that time now."),
                    new Control.Button("Try again", "/zone")));
        }
        var buttons = zones.stream()
                .limit(5)
                .<Control>map(zone -> new Control.Button(city(zone), "/zone " + zone.getId()))
                .toList();
        return new Reply.Done(Message.EMPTY.entry(Line.of("Which is nearest to you?"), buttons), Reply.Place.ENTRY);
    }

    static String city(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
