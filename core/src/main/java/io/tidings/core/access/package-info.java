/** Who may come in: people with a password, programs with a key. */
@NullMarked
package io.tidings.core.access;

import org.jspecify.annotations.NullMarked;
