/** Planning, claiming, rendering, pacing, sending and recording. */
@NullMarked
package io.tidings.core.sending;

import org.jspecify.annotations.NullMarked;
