/** The queues of core in SQS, the format of their messages, and how they are consumed. */
@NullMarked
package io.tidings.aws.sqs;

import org.jspecify.annotations.NullMarked;
