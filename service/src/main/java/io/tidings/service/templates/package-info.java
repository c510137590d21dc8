/** Templates and their previews. */
@NullMarked
package io.tidings.service.templates;

import org.jspecify.annotations.NullMarked;
