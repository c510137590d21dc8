/** Counters: what is counted, under which scopes and buckets, and how it is read. */
@NullMarked
package io.tidings.core.statistics;

import org.jspecify.annotations.NullMarked;
