@NullMarked
package bot.perennial.bench.commands;

import org.jspecify.annotations.NullMarked;
