/** The training run of the distribution: what it loads is kept in an AOT cache, so that later starts are quick. */
@NullMarked
package bot.perennial.app.training;

import org.jspecify.annotations.NullMarked;
