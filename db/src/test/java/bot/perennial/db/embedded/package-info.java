@NullMarked
package bot.perennial.db.embedded;

import org.jspecify.annotations.NullMarked;
