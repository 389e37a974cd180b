@NullMarked
package bot.perennial.core.circle;

import org.jspecify.annotations.NullMarked;
