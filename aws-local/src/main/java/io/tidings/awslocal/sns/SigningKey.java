package io.tidings.awslocal.sns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What SNS signs its envelopes with, and the certificate that proves them. */
final class SigningKey {
    /** A throwaway key on localhost: a signature of 2,048 bits costs five times as much, more than the rest of a delivery. */
    private static final int BITS = 1024;

    /** What is kept of it between runs. */
    record Stored(String privateKey, String certificate) {}

    private final PrivateKey key;
    private final String certificate;

    private SigningKey(PrivateKey key, String certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static Stored generate(Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var keys = generator.generateKeyPair();
            return new Stored(
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                    Certificate.pem(
                            keys, "sns.aws-local", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SigningKey of(Stored stored) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(stored.privateKey()));
            return new SigningKey(KeyFactory.getInstance("RSA").generatePrivate(encoded), stored.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String certificate() {
        return certificate;
    }

    String sign(String text, String version) {
        try {
            var signature = Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
