@NullMarked
package io.tidings.core.webhook;

import org.jspecify.annotations.NullMarked;
