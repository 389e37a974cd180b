/** Bringing letters to a platform that takes its time, beside sending them one by one. */
@NullMarked
package bot.perennial.bench.delivery;

import org.jspecify.annotations.NullMarked;
