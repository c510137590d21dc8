package io.tidings.awslocal.sqs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The MD5 sums by which clients check what SQS understood. */
final class Digests {
    private Digests() {}

    static byte[] of(byte[] body) {
        try {
            return MessageDigest.getInstance("MD5").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** SQS: by name, each with its length before it: name, type, a byte for the kind of value, value. */
    static String of(Map<String, Attribute> attributes) {
        var bytes = new ByteArrayOutputStream();
        new TreeMap<>(attributes).forEach((name, attribute) -> {
            write(bytes, name.getBytes(StandardCharsets.UTF_8));
            write(bytes, attribute.type().getBytes(StandardCharsets.UTF_8));
            bytes.write(attribute.isBinary() ? 2 : 1);
            write(
                    bytes,
                    attribute.isBinary()
                            ? Base64.getDecoder().decode(attribute.value())
                            : attribute.value().getBytes(StandardCharsets.UTF_8));
        });
        return hex(of(bytes.toByteArray()));
    }

    private static void write(ByteArrayOutputStream bytes, byte[] value) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
        bytes.writeBytes(value);
    }
}
