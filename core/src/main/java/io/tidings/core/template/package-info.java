/** What is written, what is filled in, and what comes out. */
@NullMarked
package io.tidings.core.template;

import org.jspecify.annotations.NullMarked;
