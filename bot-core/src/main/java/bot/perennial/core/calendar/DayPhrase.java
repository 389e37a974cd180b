package bot.perennial.core.calendar;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.LocalDate;

/** What was written, understood but not yet placed in the calendar. */
interface DayPhrase {
    Reading on(LocalDate today, Direction direction, DayOrder order);
}
