/** The public pages behind the links in mails. */
@NullMarked
package io.tidings.service.unsubscribe;

import org.jspecify.annotations.NullMarked;
