@NullMarked
package io.tidings.aws.ses;

import org.jspecify.annotations.NullMarked;
