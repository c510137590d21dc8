/** The embedded AWS as its clients see it. */
@NullMarked
package io.tidings.awslocal;

import org.jspecify.annotations.NullMarked;
