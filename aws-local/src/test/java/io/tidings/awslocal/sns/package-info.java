/** Tests of the package of this name. */
@NullMarked
package io.tidings.awslocal.sns;

import org.jspecify.annotations.NullMarked;
