/** Sends the same random requests to two servers and compares what they say. Not run by the build. */
@NullMarked
package io.tidings.awslocal.dynamodb.compare;

import org.jspecify.annotations.NullMarked;
