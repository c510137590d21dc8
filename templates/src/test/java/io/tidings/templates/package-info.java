@NullMarked
package io.tidings.templates;

import org.jspecify.annotations.NullMarked;
