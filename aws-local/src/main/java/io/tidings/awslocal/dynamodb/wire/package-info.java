/** Answers: JSON as bytes, and errors in DynamoDB's words. */
@NullMarked
package io.tidings.awslocal.dynamodb.wire;

import org.jspecify.annotations.NullMarked;
