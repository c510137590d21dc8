/** Small things that must outlive a restart: a durable map of records for each kind. */
@NullMarked
package io.tidings.awslocal.state;

import org.jspecify.annotations.NullMarked;
