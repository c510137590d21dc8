/** Tests of DynamoDB, and what compares it with others. */
@NullMarked
package io.tidings.awslocal.dynamodb;

import org.jspecify.annotations.NullMarked;
