/** The stores of core in DynamoDB, and the format of every table. */
@NullMarked
package io.tidings.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
