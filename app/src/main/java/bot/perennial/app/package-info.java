/** The program: what is configured, what is started, and how it is wired together. */
@NullMarked
package bot.perennial.app;

import org.jspecify.annotations.NullMarked;
