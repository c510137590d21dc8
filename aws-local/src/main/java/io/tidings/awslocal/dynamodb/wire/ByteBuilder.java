package io.tidings.awslocal.dynamodb.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. */
public class ByteBuilder {
    private byte[] bytes;
    private int length;

    public ByteBuilder(int capacity) {
        bytes = new byte[capacity];
    }

    public final int length() {
        return length;
    }

    public final byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    public final ByteBuilder put(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public final ByteBuilder put(byte[] more) {
        return put(more, 0, more.length);
    }

    public final ByteBuilder put(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        return this;
    }

    public final ByteBuilder putShort(int value) {
        return put(value >>> 8).put(value);
    }

    public final ByteBuilder putInt(int value) {
        return putShort(value >>> 16).putShort(value);
    }

    public final ByteBuilder putLong(long value) {
        return putInt((int) (value >>> 32)).putInt((int) value);
    }

    /** Seven bits a byte, the lowest first. */
    public final ByteBuilder putVarint(int value) {
        var rest = value;
        while ((rest & ~0x7F) != 0) {
            put((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return put(rest);
    }

    /** Overwrites four bytes that were written before. */
    public final void setInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    public final void dropLast() {
        length--;
    }

    public final int last() {
        return length == 0 ? -1 : bytes[length - 1];
    }

    /** Bytes that are all ASCII, as most names and many values are. */
    @SuppressWarnings("deprecation") // The only copy of Latin-1 text into an array at hand.
    public final void putAscii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    public final byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
