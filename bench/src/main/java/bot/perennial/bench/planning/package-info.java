/** Planning everybody's nudge, beside schedulers that hold a job for each member. */
@NullMarked
package bot.perennial.bench.planning;

import org.jspecify.annotations.NullMarked;
