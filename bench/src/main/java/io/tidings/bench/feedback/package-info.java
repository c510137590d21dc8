/** What it costs to record what SES reports, how soon it shows, and whether the counters are right. */
@NullMarked
package io.tidings.bench.feedback;

import org.jspecify.annotations.NullMarked;
