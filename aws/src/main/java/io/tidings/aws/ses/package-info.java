/** Mail to SES, and what SES reports of it. */
@NullMarked
package io.tidings.aws.ses;

import org.jspecify.annotations.NullMarked;
