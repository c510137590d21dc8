/** Every port of core in memory: for fast tests, and held to the same contracts as the real adapters. */
@NullMarked
package io.tidings.core.memory;

import org.jspecify.annotations.NullMarked;
