package io.tidings.awslocal.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Collects a request's body in one array: of the announced length as soon as that much has come. */
final class Body {
    /** An announced length is only believed so far: memory is for bytes that came. */
    private static final int FIRST = 64 * 1024;

    private byte[] bytes;
    private int length;

    Body(long announced) {
        bytes = new byte[announced < 0 ? 1024 : (int) Math.min(announced, FIRST)];
    }

    /** False if there are more bytes than allowed. */
    boolean append(ByteBuf part) {
        var more = part.readableBytes();
        if (length + more > HttpServer.MAX_BODY_BYTES) {
            return false;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
        part.readBytes(bytes, length, more);
        length += more;
        return true;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
