/** What could not be processed and was put aside: looked at, sent back, or discarded with a trail. */
@NullMarked
package io.tidings.core.deadletter;

import org.jspecify.annotations.NullMarked;
