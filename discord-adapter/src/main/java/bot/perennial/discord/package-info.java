/** Discord, through JDA. */
@NullMarked
package bot.perennial.discord;

import org.jspecify.annotations.NullMarked;
