/** Audiences, contacts and imports. */
@NullMarked
package io.tidings.service.audiences;

import org.jspecify.annotations.NullMarked;
