@NullMarked
package bot.perennial.db;

import org.jspecify.annotations.NullMarked;
