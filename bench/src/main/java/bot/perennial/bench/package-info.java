/** Measures the product beside its peers, in one run. */
@NullMarked
package bot.perennial.bench;

import org.jspecify.annotations.NullMarked;
