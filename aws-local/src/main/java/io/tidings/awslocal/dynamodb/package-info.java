/** DynamoDB's JSON protocol over an embedded transactional store: one class an operation. */
@NullMarked
package io.tidings.awslocal.dynamodb;

import org.jspecify.annotations.NullMarked;
