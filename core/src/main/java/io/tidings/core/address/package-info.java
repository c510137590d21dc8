/** What an address is: how it is read, normalised and turned into a key. */
@NullMarked
package io.tidings.core.address;

import org.jspecify.annotations.NullMarked;
