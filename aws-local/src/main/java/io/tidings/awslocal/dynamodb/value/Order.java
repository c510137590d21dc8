package io.tidings.awslocal.dynamodb.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalInt;

/** The order of values of one type; text by its UTF-8 bytes. */
public final class Order {
    private Order() {}

    /** Empty where there is no order: between types, and within types that have none. */
    public static OptionalInt compare(Value left, Value right) {
        return switch (left) {
            case Value.Text a when right instanceof Value.Text b -> OptionalInt.of(codePoints(a.text(), b.text()));
            case Value.Num a
            when right instanceof Value.Num b ->
                OptionalInt.of(new BigDecimal(a.text()).compareTo(new BigDecimal(b.text())));
            case Value.Bytes a
            when right instanceof Value.Bytes b -> OptionalInt.of(Arrays.compareUnsigned(a.bytes(), b.bytes()));
            default -> OptionalInt.empty();
        };
    }

    /** The order of UTF-8, which is that of code points; UTF-16's differs where surrogates are. */
    private static int codePoints(String a, String b) {
        var end = Math.min(a.length(), b.length());
        for (var i = 0; i < end; i++) {
            var x = a.charAt(i);
            var y = b.charAt(i);
            if (x != y) {
                var xHigh = Character.isSurrogate(x);
                var yHigh = Character.isSurrogate(y);
                return xHigh == yHigh ? x - y : xHigh ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
