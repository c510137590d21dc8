/** What each port promises. Every adapter, the one in memory too, is held to it. */
@NullMarked
package io.tidings.core.contract;

import org.jspecify.annotations.NullMarked;
