package io.tidings.awslocal.dynamodb.value;

import io.tidings.awslocal.dynamodb.wire.JsonWriter;

/** Writes a stored item as JSON straight from its bytes. */
public final class ItemJson {
    private final byte[] in;
    private final JsonWriter out;
    private int at = ItemCodec.HEADER;

    private ItemJson(byte[] in, JsonWriter out) {
        this.in = in;
        this.out = out;
    }

    public static void write(byte[] item, JsonWriter out) {
        new ItemJson(item, out).attributes();
    }

    public static void write(Value.MapOf item, JsonWriter out) {
        write(ItemCodec.encode(item), out);
    }

    private void attributes() {
        out.beginObject();
        for (var count = varint(); count > 0; count--) {
            var length = varint();
            out.name(in, at, length);
            at += length;
            value();
        }
        out.endObject();
    }

    private void value() {
        out.beginObject();
        switch (in[at++]) {
            case ItemCodec.S -> text("S");
            case ItemCodec.N -> text("N");
            case ItemCodec.B -> {
                out.name("B");
                base64();
            }
            case ItemCodec.FALSE -> out.name("BOOL").bool(false);
            case ItemCodec.TRUE -> out.name("BOOL").bool(true);
            case ItemCodec.NULL -> out.name("NULL").bool(true);
            case ItemCodec.L -> list();
            case ItemCodec.M -> {
                out.name("M");
                attributes();
            }
            case ItemCodec.SS -> texts("SS");
            case ItemCodec.NS -> texts("NS");
            default -> blobs();
        }
        out.endObject();
    }

    private void text(String type) {
        out.name(type);
        string();
    }

    private void texts(String type) {
        out.name(type).beginArray();
        for (var count = varint(); count > 0; count--) {
            string();
        }
        out.endArray();
    }

    private void blobs() {
        out.name("BS").beginArray();
        for (var count = varint(); count > 0; count--) {
            base64();
        }
        out.endArray();
    }

    private void list() {
        out.name("L").beginArray();
        for (var count = varint(); count > 0; count--) {
            value();
        }
        out.endArray();
    }

    private void string() {
        var length = varint();
        out.string(in, at, length);
        at += length;
    }

    private void base64() {
        var length = varint();
        out.base64(java.util.Arrays.copyOfRange(in, at, at + length));
        at += length;
    }

    private int varint() {
        var value = 0;
        for (var shift = 0; ; shift += 7) {
            var b = in[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
