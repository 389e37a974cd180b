/** Kills the bot again and again, and looks at what became of everything that it had promised. */
@NullMarked
package bot.perennial.app.faults;

import org.jspecify.annotations.NullMarked;
