/** What SES allows, and how long to wait for it. */
@NullMarked
package io.tidings.core.pacing;

import org.jspecify.annotations.NullMarked;
