@NullMarked
package bot.perennial.bench;

import org.jspecify.annotations.NullMarked;
