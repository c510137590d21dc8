package io.tidings.core.access;

import java.time.Instant;

/** A program. The secret is random and long, so a plain hash of it is enough. */
public record ApiKey(String id, String name, Scope scope, String secretHash, Instant createdAt) {

    public enum Scope {
        NOTIFICATIONS,
        /** For trying things out: it is answered as if, and nothing is sent. */
        NOTIFICATIONS_DRY_RUN
    }
}
