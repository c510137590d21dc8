/** SNS: topics, their SQS subscriptions, filter policies and signed envelopes. */
@NullMarked
package io.tidings.awslocal.sns;

import org.jspecify.annotations.NullMarked;
