/** What sending costs and how fast it goes. */
@NullMarked
package io.tidings.bench.send;

import org.jspecify.annotations.NullMarked;
