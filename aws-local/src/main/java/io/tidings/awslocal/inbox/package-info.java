/** The mail that SES took, for people to read and for tests to count. */
@NullMarked
package io.tidings.awslocal.inbox;

import org.jspecify.annotations.NullMarked;
