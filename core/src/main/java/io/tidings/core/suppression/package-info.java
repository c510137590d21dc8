/** The addresses we must not write to, and why. */
@NullMarked
package io.tidings.core.suppression;

import org.jspecify.annotations.NullMarked;
