/** What SES reports becomes facts, counters and suppressions. */
@NullMarked
package io.tidings.core.feedback;

import org.jspecify.annotations.NullMarked;
