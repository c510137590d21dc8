/** Mustache rendering and the checks of what is written. */
@NullMarked
package io.tidings.templates;

import org.jspecify.annotations.NullMarked;
