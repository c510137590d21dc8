/** Tests of the package of this name. */
@NullMarked
package io.tidings.awslocal.sqs;

import org.jspecify.annotations.NullMarked;
