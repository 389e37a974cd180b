/** A small Slack on loopback. */
@NullMarked
package bot.perennial.slack.testing;

import org.jspecify.annotations.NullMarked;
