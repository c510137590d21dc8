/** An embedded AWS for laptops and tests: DynamoDB, SQS, SNS and SES v2 over HTTP in one JVM. */
@NullMarked
package io.tidings.awslocal;

import org.jspecify.annotations.NullMarked;
