package io.tidings.core.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key of a person, derived from the address alone: a contact, its messages and its suppressions meet under it without a look-up,
 * the same address twice in a list is one recipient by construction, and SES tags (letters, digits, _ and - only) can carry it.
 */
public record RecipientId(String value) implements Comparable<RecipientId> {

    public static final int LENGTH = 32;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 20;

    public RecipientId {
        if (value.length() != LENGTH || !isBase32(value)) {
            throw new IllegalArgumentException("not a recipient id: 32 letters a-z and digits 2-7 were expected");
        }
    }

    private static boolean isBase32(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) {
                return false;
            }
        }
        return true;
    }

    static RecipientId of(String normalised) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(normalised.getBytes(StandardCharsets.UTF_8));
            return new RecipientId(base32(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base32(byte[] digest) {
        StringBuilder text = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < BYTES; i++) {
            held = held << 8 | digest[i] & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >>> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    /** A stable spread over {@code shards} partitions. */
    public int shard(int shards) {
        return (ALPHABET.indexOf(value.charAt(LENGTH - 1)) * 32 + ALPHABET.indexOf(value.charAt(LENGTH - 2))) % shards;
    }

    @Override
    public int compareTo(RecipientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
