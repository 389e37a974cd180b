/** What wakes the bot's rounds: a handful of ticks, shared by every process on the same database. */
@NullMarked
package bot.perennial.app.schedule;

import org.jspecify.annotations.NullMarked;
