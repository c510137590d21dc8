/** Requests read by their shapes, with DynamoDB's complaints about what does not fit. */
@NullMarked
package io.tidings.awslocal.dynamodb.request;

import org.jspecify.annotations.NullMarked;
