/** Audiences, templates and campaigns of any size, as a user makes them; and what is printed of a run. */
@NullMarked
package io.tidings.bench.load;

import org.jspecify.annotations.NullMarked;
