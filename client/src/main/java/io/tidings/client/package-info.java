/** What a Java program needs to have Tidings send its mail: {@link io.tidings.client.TidingsClient} and {@link io.tidings.client.WebhookVerifier}. */
@NullMarked
package io.tidings.client;

import org.jspecify.annotations.NullMarked;
