/** Kills processes in the middle of their work, and asks SES itself who got what. */
@NullMarked
package io.tidings.bench.crash;

import org.jspecify.annotations.NullMarked;
