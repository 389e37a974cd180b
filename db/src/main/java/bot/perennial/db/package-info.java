/** The memory, kept in MySQL or MariaDB. */
@NullMarked
package bot.perennial.db;

import org.jspecify.annotations.NullMarked;
