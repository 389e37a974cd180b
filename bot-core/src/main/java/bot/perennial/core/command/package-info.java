/** What people can ask the bot, and how a request becomes a reply. */
@NullMarked
package bot.perennial.core.command;

import org.jspecify.annotations.NullMarked;
