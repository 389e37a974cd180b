/** The program under test. */
@NullMarked
package bot.perennial.app;

import org.jspecify.annotations.NullMarked;
