/** Tests of the package of this name. */
@NullMarked
package io.tidings.awslocal.faults;

import org.jspecify.annotations.NullMarked;
