/** What somebody must look at: when it began, in words, and what to do. */
@NullMarked
package io.tidings.core.alarm;

import org.jspecify.annotations.NullMarked;
