package io.tidings.core.access;

import java.time.Instant;

/** Somebody who logged in. Known by the hash of what the browser holds: who reads the table cannot come in with it. */
public record Session(String tokenHash, String email, Instant expiresAt) {}
