package io.tidings.awslocal.dynamodb.value;

import io.tidings.awslocal.dynamodb.wire.ByteBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An item as bytes: its size as DynamoDB counts it in four bytes, then its attributes. Kept so that the size is at hand
 * without decoding, and text as UTF-8 that goes into an answer as it is.
 */
public final class ItemCodec {
    static final int S = 0;
    static final int N = 1;
    static final int B = 2;
    static final int FALSE = 3;
    static final int TRUE = 4;
    static final int NULL = 5;
    static final int L = 6;
    static final int M = 7;
    static final int SS = 8;
    static final int NS = 9;
    static final int BS = 10;
    static final int HEADER = 4;

    private ItemCodec() {}

    public static byte[] encode(Value.MapOf item) {
        var out = new ByteBuilder(256);
        out.putInt(0);
        attributes(out, item.attributes());
        out.setInt(0, Sizes.item(item));
        return out.bytes();
    }

    public static Value.MapOf decode(byte[] item) {
        return new ItemDecoder(item).item();
    }

    public static int size(byte[] item) {
        return (item[0] & 0xFF) << 24 | (item[1] & 0xFF) << 16 | (item[2] & 0xFF) << 8 | (item[3] & 0xFF);
    }

    private static void attributes(ByteBuilder out, Map<String, Value> attributes) {
        out.putVarint(attributes.size());
        attributes.forEach((name, value) -> {
            text(out, name);
            value(out, value);
        });
    }

    private static void value(ByteBuilder out, Value value) {
        switch (value) {
            case Value.Text text -> text(out.put(S), text.text());
            case Value.Num number -> text(out.put(N), number.text());
            case Value.Bytes bytes -> bytes(out.put(B), bytes.bytes());
            case Value.Bool bool -> out.put(bool.value() ? TRUE : FALSE);
            case Value.Null ignored -> out.put(NULL);
            case Value.ListOf list -> {
                out.put(L).putVarint(list.items().size());
                list.items().forEach(item -> value(out, item));
            }
            case Value.MapOf map -> attributes(out.put(M), map.attributes());
            case Value.SetOf set -> set(out, set);
            case Value.Malformed malformed -> throw new IllegalStateException(malformed.problem());
        }
    }

    private static void set(ByteBuilder out, Value.SetOf set) {
        out.put(
                switch (set.type()) {
                    case "SS" -> SS;
                    case "NS" -> NS;
                    default -> BS;
                });
        out.putVarint(set.elements().size());
        for (var element : set.elements()) {
            switch (element) {
                case Value.Text text -> text(out, text.text());
                case Value.Num number -> text(out, number.text());
                case Value.Bytes bytes -> bytes(out, bytes.bytes());
                default -> throw new IllegalStateException("A set of " + element.type());
            }
        }
    }

    private static void text(ByteBuilder out, String text) {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteBuilder out, byte[] bytes) {
        out.putVarint(bytes.length).put(bytes);
    }
}
