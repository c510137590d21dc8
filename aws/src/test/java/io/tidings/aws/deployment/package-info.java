@NullMarked
package io.tidings.aws.deployment;

import org.jspecify.annotations.NullMarked;
