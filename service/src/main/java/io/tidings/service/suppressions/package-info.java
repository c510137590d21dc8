/** Who must not be written to, and why. */
@NullMarked
package io.tidings.service.suppressions;

import org.jspecify.annotations.NullMarked;
