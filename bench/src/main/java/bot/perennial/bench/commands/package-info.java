/** What members do, measured beside the same in plain JDBC. */
@NullMarked
package bot.perennial.bench.commands;

import org.jspecify.annotations.NullMarked;
