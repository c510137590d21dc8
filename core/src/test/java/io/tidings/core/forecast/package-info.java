@NullMarked
package io.tidings.core.forecast;

import org.jspecify.annotations.NullMarked;
