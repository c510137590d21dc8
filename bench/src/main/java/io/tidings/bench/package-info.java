/** Programs that use the system from outside, as its users do: over HTTP. */
@NullMarked
package io.tidings.bench;

import org.jspecify.annotations.NullMarked;
