/** What tests stand on: a memory, a clock, and what every memory is expected to do. */
@NullMarked
package bot.perennial.core.testing;

import org.jspecify.annotations.NullMarked;
