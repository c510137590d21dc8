/** Attribute values: their JSON form, their stored form, their size as DynamoDB counts it, their order as keys. */
@NullMarked
package io.tidings.awslocal.dynamodb.value;

import org.jspecify.annotations.NullMarked;
