/** A small HTTP/1.1 server: it knows bytes, headers and connections, and nothing of AWS. */
@NullMarked
package io.tidings.awslocal.http;

import org.jspecify.annotations.NullMarked;
