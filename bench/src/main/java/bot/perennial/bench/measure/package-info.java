/** How to measure on a noisy machine, and when to believe it. */
@NullMarked
package bot.perennial.bench.measure;

import org.jspecify.annotations.NullMarked;
