/** The benchmark of the reads, tried out small. */
@NullMarked
package io.tidings.bench.statistics;

import org.jspecify.annotations.NullMarked;
