/** The adapters against an emulator of AWS. */
@NullMarked
package io.tidings.aws;

import org.jspecify.annotations.NullMarked;
