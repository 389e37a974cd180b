/** Who to be reminded of, and when. */
@NullMarked
package bot.perennial.core.nudge;

import org.jspecify.annotations.NullMarked;
