/** What the bot does with words and times, in microseconds. */
@NullMarked
package bot.perennial.bench.words;

import org.jspecify.annotations.NullMarked;
