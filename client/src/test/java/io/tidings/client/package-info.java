@NullMarked
package io.tidings.client;

import org.jspecify.annotations.NullMarked;
