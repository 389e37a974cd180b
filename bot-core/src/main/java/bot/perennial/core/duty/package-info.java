/** Who does what when several processes share a task. */
@NullMarked
package bot.perennial.core.duty;

import org.jspecify.annotations.NullMarked;
