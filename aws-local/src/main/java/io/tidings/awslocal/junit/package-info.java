/** The embedded AWS in JUnit 5 tests. */
@NullMarked
package io.tidings.awslocal.junit;

import org.jspecify.annotations.NullMarked;
