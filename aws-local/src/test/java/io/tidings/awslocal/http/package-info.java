/** Tests of the HTTP server over real sockets. */
@NullMarked
package io.tidings.awslocal.http;

import org.jspecify.annotations.NullMarked;
