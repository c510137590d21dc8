/** What is left of a campaign when processes stop or die in its middle. */
@NullMarked
package io.tidings.bench.crash;

import org.jspecify.annotations.NullMarked;
