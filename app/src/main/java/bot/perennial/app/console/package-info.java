/** A third platform: a terminal, one member at a time, and a clock that moves when told to. */
@NullMarked
package bot.perennial.app.console;

import org.jspecify.annotations.NullMarked;
