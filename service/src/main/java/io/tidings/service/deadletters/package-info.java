/** The queue messages that could not be processed, as the UI shows them. */
@NullMarked
package io.tidings.service.deadletters;

import org.jspecify.annotations.NullMarked;
