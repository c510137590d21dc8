package io.tidings.awslocal.dynamodb.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes JSON as UTF-8, with the commas where they belong. */
public final class JsonWriter extends ByteBuilder {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    public JsonWriter() {
        super(512);
    }

    public JsonWriter beginObject() {
        comma();
        put('{');
        return this;
    }

    public JsonWriter endObject() {
        put('}');
        return this;
    }

    public JsonWriter beginArray() {
        comma();
        put('[');
        return this;
    }

    public JsonWriter endArray() {
        put(']');
        return this;
    }

    public JsonWriter name(String name) {
        string(name);
        put(':');
        return this;
    }

    /** A name that is UTF-8 already. */
    public JsonWriter name(byte[] utf8, int from, int count) {
        string(utf8, from, count);
        put(':');
        return this;
    }

    public JsonWriter string(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return string(utf8, 0, utf8.length);
    }

    public JsonWriter string(byte[] utf8, int from, int count) {
        comma();
        put('"');
        var clean = from;
        var end = from + count;
        for (var i = from; i < end; i++) {
            var b = utf8[i];
            if (b == '"' || b == '\\' || (b >= 0 && b < 0x20)) {
                put(utf8, clean, i - clean);
                escape(b);
                clean = i + 1;
            }
        }
        put(utf8, clean, end - clean);
        put('"');
        return this;
    }

    public JsonWriter base64(byte[] bytes) {
        comma();
        put('"');
        put(Base64.getEncoder().encode(bytes));
        put('"');
        return this;
    }

    public JsonWriter number(long value) {
        comma();
        putAscii(Long.toString(value));
        return this;
    }

    public JsonWriter number(double value) {
        comma();
        putAscii(BigDecimal.valueOf(value).toPlainString());
        return this;
    }

    public JsonWriter bool(boolean value) {
        comma();
        putAscii(value ? "true" : "false");
        return this;
    }

    private void comma() {
        switch (last()) {
            case -1, '{', '[', ':', ',' -> {}
            default -> put(',');
        }
    }

    private void escape(byte b) {
        put('\\');
        switch (b) {
            case '"', '\\' -> put(b);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                putAscii("u00");
                put(HEX[b >> 4]);
                put(HEX[b & 15]);
            }
        }
    }
}
