/** Tests of the package of this name. */
@NullMarked
package io.tidings.awslocal.mail;

import org.jspecify.annotations.NullMarked;
