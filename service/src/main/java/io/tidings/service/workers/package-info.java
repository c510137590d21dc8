/** What runs beside the API: planning, sending, sweeping. */
@NullMarked
package io.tidings.service.workers;

import org.jspecify.annotations.NullMarked;
