/** SQS: ElasticMQ in this process, its messages kept on disk, reached through the one front port. */
@NullMarked
package io.tidings.awslocal.sqs;

import org.jspecify.annotations.NullMarked;
