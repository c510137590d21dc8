/** Long work that somebody asked for: where it is, and that one process at a time does it. */
@NullMarked
package io.tidings.core.job;

import org.jspecify.annotations.NullMarked;
