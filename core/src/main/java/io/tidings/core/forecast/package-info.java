/** How a sending will go, by arithmetic alone: how fast, until when, within which quota, and for how much. */
@NullMarked
package io.tidings.core.forecast;

import org.jspecify.annotations.NullMarked;
