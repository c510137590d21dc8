/** What the dashboard's reads cost, after little mail and after much. */
@NullMarked
package io.tidings.bench.statistics;

import org.jspecify.annotations.NullMarked;
