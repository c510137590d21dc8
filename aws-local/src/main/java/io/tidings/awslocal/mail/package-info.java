/** Mail that SES took: the append-only log that bears witness to it, and what it looked like. */
@NullMarked
package io.tidings.awslocal.mail;

import org.jspecify.annotations.NullMarked;
