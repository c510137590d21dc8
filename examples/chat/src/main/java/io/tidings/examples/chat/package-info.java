/** A chat of one process: who is there, who has read what, and who gets a mail. */
@NullMarked
package io.tidings.examples.chat;

import org.jspecify.annotations.NullMarked;
