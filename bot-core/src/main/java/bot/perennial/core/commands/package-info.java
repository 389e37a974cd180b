/** Everything the bot can be asked, one class each. */
@NullMarked
package bot.perennial.core.commands;

import org.jspecify.annotations.NullMarked;
