/** Reaching someone who did not just ask. */
@NullMarked
package bot.perennial.core.delivery;

import org.jspecify.annotations.NullMarked;
