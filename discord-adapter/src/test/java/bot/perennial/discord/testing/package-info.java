/** A Discord of one server on loopback, for tests. */
@NullMarked
package bot.perennial.discord.testing;

import org.jspecify.annotations.NullMarked;
