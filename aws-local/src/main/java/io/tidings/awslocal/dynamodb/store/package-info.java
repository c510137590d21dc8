/** Ordered maps of bytes in MVStore, with a log that keeps every acknowledged write. */
@NullMarked
package io.tidings.awslocal.dynamodb.store;

import org.jspecify.annotations.NullMarked;
