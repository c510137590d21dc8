/** One person's way through the product, in a real browser. */
@NullMarked
package io.tidings.bench.journey;

import org.jspecify.annotations.NullMarked;
