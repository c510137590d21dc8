/** Whether sending keeps to the quota, makes use of it, and does as it is told. */
@NullMarked
package io.tidings.bench.pace;

import org.jspecify.annotations.NullMarked;
