/** What the bot says, without saying how it looks. */
@NullMarked
package bot.perennial.core.message;

import org.jspecify.annotations.NullMarked;
