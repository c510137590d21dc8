/** SQS's standard queues: messages in one journal file, of which memory holds little more than where they are. */
@NullMarked
package io.tidings.awslocal.sqs;

import org.jspecify.annotations.NullMarked;
