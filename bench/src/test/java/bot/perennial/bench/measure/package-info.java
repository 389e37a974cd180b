@NullMarked
package bot.perennial.bench.measure;

import org.jspecify.annotations.NullMarked;
