package io.tidings.awslocal.dynamodb.value;

import java.util.Map;

/** Sizes as DynamoDB counts them: for limits, pages and capacity. */
public final class Sizes {
    /** DynamoDB: an item may have 400 KB, names included. */
    public static final int MAX_ITEM = 400 * 1024;

    private static final int COLLECTION = 3;

    private Sizes() {}

    public static int item(Value.MapOf item) {
        return attributes(item.attributes());
    }

    public static int value(Value value) {
        return switch (value) {
            case Value.Text text -> utf8(text.text());
            case Value.Num number -> number(number);
            case Value.Bytes bytes -> bytes.bytes().length;
            case Value.Bool ignored -> 1;
            case Value.Null ignored -> 1;
            case Value.ListOf list ->
                COLLECTION
                        + list.items().size()
                        + list.items().stream().mapToInt(Sizes::value).sum();
            case Value.MapOf map -> COLLECTION + map.attributes().size() + attributes(map.attributes());
            case Value.SetOf set ->
                set.elements().stream().mapToInt(Sizes::value).sum();
            case Value.Malformed ignored -> 0;
        };
    }

    public static int utf8(String text) {
        var size = text.length();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate is half of a pair of four bytes: two chars, two more bytes.
                size += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return size;
    }

    private static int attributes(Map<String, Value> attributes) {
        var size = 0;
        for (var entry : attributes.entrySet()) {
            size += utf8(entry.getKey()) + value(entry.getValue());
        }
        return size;
    }

    /** A byte for two digits, counted apart on either side of the point; one more, and one for a minus. */
    private static int number(Value.Num number) {
        var parts = Decimal.parts(number);
        if (parts.isZero()) {
            return 1;
        }
        var digits = parts.digits().length();
        var whole = parts.exponent();
        var pairs = whole <= 0 || whole >= digits ? pairs(digits) : pairs(whole) + pairs(digits - whole);
        return pairs + 1 + (parts.negative() ? 1 : 0);
    }

    private static int pairs(int digits) {
        return (digits + 1) / 2;
    }
}
