/** Progress as it happens, pushed to whoever looks. */
@NullMarked
package io.tidings.service.live;

import org.jspecify.annotations.NullMarked;
