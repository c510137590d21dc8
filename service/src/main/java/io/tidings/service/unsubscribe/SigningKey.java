package io.tidings.service.unsubscribe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret that signs. A token names the key it was signed with by a few bytes of the secret's hash. */
final class SigningKey {

    static final int ID = 3;
    // Half of the hash: nobody guesses 128 bits, and the link stays shorter.
    static final int SIGNATURE = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] id;
    private final Mac prepared;

    SigningKey(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            this.id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), ID);
            this.prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256 and " + ALGORITHM, e);
        }
    }

    byte[] id() {
        return id.clone();
    }

    byte[] sign(byte[] content) {
        try {
            // A copy of the prepared one is cheaper than to prepare another, and is nobody else's.
            Mac mac = (Mac) prepared.clone();
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }

    boolean signed(byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(content), signature);
    }
}
