/** What tests that need a real server share. */
@NullMarked
package bot.perennial.db.testing;

import org.jspecify.annotations.NullMarked;
