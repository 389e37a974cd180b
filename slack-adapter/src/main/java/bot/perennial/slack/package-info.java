/** Perennial on Slack: Bolt's requests become gestures, messages become Block Kit. */
@NullMarked
package bot.perennial.slack;

import org.jspecify.annotations.NullMarked;
