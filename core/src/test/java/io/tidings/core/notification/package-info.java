@NullMarked
package io.tidings.core.notification;

import org.jspecify.annotations.NullMarked;
