/** The settings, and how core and the adapters are put together. */
@NullMarked
package io.tidings.service.wiring;

import org.jspecify.annotations.NullMarked;
