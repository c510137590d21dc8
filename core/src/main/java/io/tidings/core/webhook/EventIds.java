package io.tidings.core.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Ids that follow from what caused an event, and that sort by the time it happened. */
public final class EventIds {

    private static final String PREFIX = "evt_";
    /** Until the year 10889. */
    private static final long LATEST = (1L << 48) - 1;

    private static final int HASH_BYTES = 12;

    private EventIds() {}

    /** @param cause what no other event of this type has, in this order */
    static String of(EventType type, Instant at, List<String> cause) {
        MessageDigest hash = sha256();
        hash.update(type.wireName().getBytes(StandardCharsets.UTF_8));
        for (String part : cause) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // With its length before it, so that no two lists of parts run into the same bytes.
            hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
        }
        return from(at) + "_" + HexFormat.of().formatHex(hash.digest(), 0, HASH_BYTES);
    }

    /** No event of this time or later has an id before it. */
    public static String from(Instant at) {
        long millis = Math.clamp(at.toEpochMilli(), 0, LATEST);
        return PREFIX + String.format(Locale.ROOT, "%012x", millis);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
