/** Tests of values as numbers, keys and bytes. */
@NullMarked
package io.tidings.awslocal.dynamodb.value;

import org.jspecify.annotations.NullMarked;
