/** Figures over campaigns and notifications, and the quota. */
@NullMarked
package io.tidings.service.statistics;

import org.jspecify.annotations.NullMarked;
