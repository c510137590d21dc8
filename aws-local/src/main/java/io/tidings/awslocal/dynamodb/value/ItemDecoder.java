package io.tidings.awslocal.dynamodb.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;

/** Reads what {@link ItemCodec} wrote. */
final class ItemDecoder {
    private final byte[] in;
    private int at = ItemCodec.HEADER;

    ItemDecoder(byte[] in) {
        this.in = in;
    }

    Value.MapOf item() {
        var count = varint();
        var attributes = HashMap.<String, Value>newHashMap(count);
        for (var i = 0; i < count; i++) {
            attributes.put(text(), value());
        }
        return new Value.MapOf(attributes);
    }

    private Value value() {
        var tag = in[at++];
        return switch (tag) {
            case ItemCodec.S -> new Value.Text(text());
            case ItemCodec.N -> new Value.Num(text());
            case ItemCodec.B -> new Value.Bytes(bytes());
            case ItemCodec.FALSE -> new Value.Bool(false);
            case ItemCodec.TRUE -> new Value.Bool(true);
            case ItemCodec.NULL -> new Value.Null();
            case ItemCodec.L -> list();
            case ItemCodec.M -> item();
            case ItemCodec.SS -> set("SS");
            case ItemCodec.NS -> set("NS");
            case ItemCodec.BS -> set("BS");
            default -> throw new IllegalStateException("A stored item has a value of kind " + tag);
        };
    }

    private Value list() {
        var count = varint();
        var items = new ArrayList<Value>(count);
        for (var i = 0; i < count; i++) {
            items.add(value());
        }
        return new Value.ListOf(items);
    }

    private Value set(String type) {
        var count = varint();
        var elements = new LinkedHashSet<Value>(count * 2);
        for (var i = 0; i < count; i++) {
            elements.add(
                    switch (type) {
                        case "SS" -> new Value.Text(text());
                        case "NS" -> new Value.Num(text());
                        default -> new Value.Bytes(bytes());
                    });
        }
        return new Value.SetOf(type, elements);
    }

    private String text() {
        var length = varint();
        at += length;
        return new String(in, at - length, length, StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        var length = varint();
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
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
