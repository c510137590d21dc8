/** The whole engine in memory, with crashes, duplicates, disorder and lost answers, driven by one seed. */
@NullMarked
package io.tidings.core.simulation;

import org.jspecify.annotations.NullMarked;
