/** The console under test. */
@NullMarked
package bot.perennial.app.console;

import org.jspecify.annotations.NullMarked;
