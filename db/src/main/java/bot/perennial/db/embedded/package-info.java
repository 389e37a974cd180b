/** The database that needs no set-up: a MariaDB server on loopback, for trying out, small communities and tests. */
@NullMarked
package bot.perennial.db.embedded;

import org.jspecify.annotations.NullMarked;
