/** Everything a memory must offer. */
@NullMarked
package bot.perennial.core.store;

import org.jspecify.annotations.NullMarked;
