/** What whoever runs the bot looks at, under test. */
@NullMarked
package bot.perennial.app.operations;

import org.jspecify.annotations.NullMarked;
