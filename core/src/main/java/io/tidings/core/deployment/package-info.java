/** The names under which the tables and queues of one deployment are found. */
@NullMarked
package io.tidings.core.deployment;

import org.jspecify.annotations.NullMarked;
