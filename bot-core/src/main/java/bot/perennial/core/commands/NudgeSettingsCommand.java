package bot.perennial.core.commands;

import bot.perennial.core.calendar.TimeReader;
import bot.perennial.core.calendar.ZoneReader;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Member;
import bot.perennial.core.store.Notebook;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets when a member is nudged, and how much: days, hour, people, zone. */
public final class NudgeSettingsCommand implements Command {
    private static final List<Choice> ON_OFF = List.of(new Choice("on", "on"), new Choice("off", "off"));
    private static final List<Choice> CAPS = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new Choice(Integer.toString(number), Integer.toString(number)))
            .toList();
    private static final Option<String> ON = Option.of("on", "nudge on or off", new Kind.OneOf(ON_OFF));
    private static final Option<String> DAYS = Option.words("days", "days: weekdays, every day, mon wed fri");
    private static final Option<String> HOUR = Option.words("hour", "the hour, such as 8:30");
    private static final Option<String> CAP = Option.of("cap", "how many people a day at most", new Kind.OneOf(CAPS));
    private static final Option<String> ZONE = Option.words("zone", "your city or region");
    private static final Option<String> WEEKLY =
            Option.of("weekly", "a note on Mondays when nobody is due", new Kind.OneOf(ON_OFF));

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "nudge", "Choose days, hour, people and zone of your nudge", ON, DAYS, HOUR, CAP, ZONE, WEEKLY)
                .word("settings")
                .examples("/nudge settings", "/nudge settings cap:2 hour:7:45");
    }

    static Form form(Member member) {
        var settings = member.nudge();
        return new Form(
                "Your nudge",
                "/nudge settings",
                "Save",
                List.of(
                        Field.oneOf("on", "Nudge", ON_OFF, settings.on() ? "on" : "off"),
                        Field.someOf(
                                "days",
                                "Days",
                                Arrays.stream(DayOfWeek.values())
                                        .map(day -> new Choice(day.name().toLowerCase(Locale.ROOT), Nudging.name(day)))
                                        .toList(),
                                settings.days().stream()
                                        .sorted()
                                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(" "))),
                        Field.words("hour", "Hour", settings.time().format(Nudging.CLOCK)),
                        Field.oneOf("cap", "People a day, at most", CAPS, Integer.toString(settings.cap())),
                        Field.words("zone", "Your city or region", member.zone().getId())));
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var member = notebook.member();
        if (arguments.empty()) {
            return new Reply.Ask(form(member));
        }
        var settings = member.nudge();
        var days = arguments.find(DAYS).flatMap(Nudging::days);
        var hour = arguments.find(HOUR).flatMap(TimeReader::read);
        if (arguments.has(DAYS) && days.isEmpty()) {
            return refused(DAYS, "those days", "mon wed fri", "weekdays");
        }
        if (arguments.has(HOUR) && hour.isEmpty()) {
            return refused(HOUR, "that hour", "8:30", "7am");
        }
        if (arguments.has(ZONE)) {
            if (!(ZoneReader.read(arguments.get(ZONE), invocation.at()) instanceof ZoneReader.Reading.Read(var zone))) {
                return refused(ZONE, "that place", "Lisbon", "Europe/Lisbon");
            }
            member = member.in(zone);
        }
        settings = settings.at(days.orElse(settings.days()), hour.orElse(settings.time()))
                .cap(arguments.find(CAP).map(Integer::parseInt).orElse(settings.cap()))
                .mondayNote(arguments.find(WEEKLY).map("on"::equals).orElse(settings.mondayNote()))
                .on(arguments.find(ON).map("on"::equals).orElse(settings.on()));
        var changed = member.with(settings);
        if (settings.on() && !notebook.member().nudge().on()) {
            TurnOnCommand.start(notebook, changed, invocation);
        } else {
            Nudging.save(notebook, changed, invocation.at());
        }
        var how = Nudging.within(settings) + " in " + ZoneCommand.city(changed.zone()) + ", " + Nudging.atMost(settings)
                + "." + (settings.mondayNote() ? " On Mondays when nobody is due, a note says so." : "");
        var more = Stream.of(DAYS, HOUR, CAP, ZONE, WEEKLY).anyMatch(arguments::has);
        var later = more ? " Once it is on, it comes " + how : "";
        var said = settings.on() ? "Your nudge is on: " + how : "Your nudge is off." + later + " Everything is kept.";
        return new Reply.Done(Message.of(Line.of(said), Phrases.undo(notebook)), Reply.Place.ENTRY);
    }

    private static Reply refused(Option<String> option, String what, String one, String other) {
        return new Reply.Refused(
                Message.of(Line.of("I couldn't read " + what + ". Nothing changed. Try ")
                        .code(one)
                        .plain(" or ")
                        .code(other)
                        .plain(".")),
                option.name());
    }
}
