/** SES v2: what it accepts, what it refuses and why, and what becomes of the mail. */
@NullMarked
package io.tidings.awslocal.ses;

import org.jspecify.annotations.NullMarked;
