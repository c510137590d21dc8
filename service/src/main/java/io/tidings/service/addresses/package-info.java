/** Everything that is known of one address: what it was sent or not sent, and why. */
@NullMarked
package io.tidings.service.addresses;

import org.jspecify.annotations.NullMarked;
