/** The chat server's lane. */
@NullMarked
package io.tidings.service.notifications;

import org.jspecify.annotations.NullMarked;
