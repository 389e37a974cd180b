package bot.perennial.core.calendar;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.LocalDate;

/** The years in which dates are read: 1900 to 2199. */
final class Years {
    private static final int FIRST = 1900;
    private static final int LAST = 2199;
    private static final String OUTSIDE = "I know the years from " + FIRST + " to " + LAST + " only";

    private Years() {}

    static Reading within(LocalDate day) {
        return contain(day.getYear()) ? new Reading.Read(day) : outside();
    }

    static boolean contain(int year) {
        return year >= FIRST && year <= LAST;
    }

    static Reading outside() {
        return new Reading.Impossible(OUTSIDE);
    }
}
