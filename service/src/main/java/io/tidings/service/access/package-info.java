/** Who may come in. */
@NullMarked
package io.tidings.service.access;

import org.jspecify.annotations.NullMarked;
