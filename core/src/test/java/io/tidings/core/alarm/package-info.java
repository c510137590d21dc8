@NullMarked
package io.tidings.core.alarm;

import org.jspecify.annotations.NullMarked;
