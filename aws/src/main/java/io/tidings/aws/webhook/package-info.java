/** What receivers of events read. */
@NullMarked
package io.tidings.aws.webhook;

import org.jspecify.annotations.NullMarked;
