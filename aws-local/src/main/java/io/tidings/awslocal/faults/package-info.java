/** What goes wrong on request: rules by recipient domain, and the seeded dice that decide. */
@NullMarked
package io.tidings.awslocal.faults;

import org.jspecify.annotations.NullMarked;
