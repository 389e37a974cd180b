/** What wakes the bot's rounds, under test. */
@NullMarked
package bot.perennial.app.schedule;

import org.jspecify.annotations.NullMarked;
