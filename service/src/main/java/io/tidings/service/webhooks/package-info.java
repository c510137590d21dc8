/** Events posted to programs elsewhere. */
@NullMarked
package io.tidings.service.webhooks;

import org.jspecify.annotations.NullMarked;
