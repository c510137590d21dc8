/** What somebody must look at. */
@NullMarked
package io.tidings.service.alarms;

import org.jspecify.annotations.NullMarked;
