/** The worker that records what SES reports. */
@NullMarked
package io.tidings.bounceprocessor;

import org.jspecify.annotations.NullMarked;
