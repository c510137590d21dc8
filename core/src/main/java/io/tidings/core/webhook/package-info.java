/** What programs elsewhere are told of: the events, who wants them, and how each reaches its receiver or is given up. */
@NullMarked
package io.tidings.core.webhook;

import org.jspecify.annotations.NullMarked;
