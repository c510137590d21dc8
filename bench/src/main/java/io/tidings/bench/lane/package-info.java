/** The lane that a chat server relies on: how soon it answers, how soon it sends, and that what it took over is sent once. */
@NullMarked
package io.tidings.bench.lane;

import org.jspecify.annotations.NullMarked;
