package io.tidings.service.notifications;

import io.micronaut.security.authentication.Authentication;
import io.tidings.service.access.Roles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who asks.
 *
 * @param dryRun whether nothing he asks for is ever sent
 */
record Caller(String name, boolean dryRun) {

    static Caller of(Authentication authentication) {
        return new Caller(authentication.getName(), authentication.getRoles().contains(Roles.NOTIFICATIONS_DRY_RUN));
    }

    /** Two programs may choose the same key, and neither is told what the other was answered. */
    String own(String idempotencyKey) {
        return hash(name + "\n" + idempotencyKey);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
