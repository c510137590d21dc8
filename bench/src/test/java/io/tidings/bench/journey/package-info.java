/** One person's way through the product, and every page of it, in a real browser. */
@NullMarked
package io.tidings.bench.journey;

import org.jspecify.annotations.NullMarked;
