@NullMarked
package io.tidings.aws.sqs;

import org.jspecify.annotations.NullMarked;
