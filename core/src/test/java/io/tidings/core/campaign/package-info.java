@NullMarked
package io.tidings.core.campaign;

import org.jspecify.annotations.NullMarked;
