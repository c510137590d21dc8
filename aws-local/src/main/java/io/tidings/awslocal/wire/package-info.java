/** What the protocols share: JSON, query forms, ARNs and AWS's refusals. */
@NullMarked
package io.tidings.awslocal.wire;

import org.jspecify.annotations.NullMarked;
