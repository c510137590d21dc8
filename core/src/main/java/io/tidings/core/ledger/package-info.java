/** Messages and the facts known of each, batches and who holds them. */
@NullMarked
package io.tidings.core.ledger;

import org.jspecify.annotations.NullMarked;
