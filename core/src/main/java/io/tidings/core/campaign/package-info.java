/** One template sent once to one audience, and its life. */
@NullMarked
package io.tidings.core.campaign;

import org.jspecify.annotations.NullMarked;
