/** How a sending will go, before anybody presses send. */
@NullMarked
package io.tidings.service.forecast;

import org.jspecify.annotations.NullMarked;
