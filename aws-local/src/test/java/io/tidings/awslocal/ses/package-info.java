/** Tests of the package of this name. */
@NullMarked
package io.tidings.awslocal.ses;

import org.jspecify.annotations.NullMarked;
