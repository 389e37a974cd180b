/** Several instances of the product on one database, with the same to do. */
@NullMarked
package bot.perennial.bench.instances;

import org.jspecify.annotations.NullMarked;
