/** Dates, rhythms, zones and times of day as people write them; pure, and without a clock of its own. */
@NullMarked
package bot.perennial.core.calendar;

import org.jspecify.annotations.NullMarked;
