/** The lane of mails that programs ask for, one at a time. */
@NullMarked
package io.tidings.core.notification;

import org.jspecify.annotations.NullMarked;
