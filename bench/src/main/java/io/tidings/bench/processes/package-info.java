/** The packaged programs as processes of their own, for tests that use them from outside. */
@NullMarked
package io.tidings.bench.processes;

import org.jspecify.annotations.NullMarked;
