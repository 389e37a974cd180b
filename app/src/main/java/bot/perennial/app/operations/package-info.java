/** What whoever runs the bot looks at: health, metrics, and the check of a configuration. */
@NullMarked
package bot.perennial.app.operations;

import org.jspecify.annotations.NullMarked;
