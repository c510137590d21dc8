/** The people we may write to, and the named sets they form. */
@NullMarked
package io.tidings.core.audience;

import org.jspecify.annotations.NullMarked;
