/** Who the bot talks to and about; values only. */
@NullMarked
package bot.perennial.core.people;

import org.jspecify.annotations.NullMarked;
