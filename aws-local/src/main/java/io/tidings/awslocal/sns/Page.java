package io.tidings.awslocal.sns;

import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SNS: lists come a hundred at a time. */
record Page<T>(List<T> items, @Nullable String next) {
    private static final int SIZE = 100;

    static <T> Page<T> of(List<T> all, @Nullable String token) {
        var from = token == null ? 0 : position(token);
        var start = Math.min(from, all.size());
        var end = Math.min(start + SIZE, all.size());
        return new Page<>(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
    }

    Xml closing(Xml xml) {
        return next == null ? xml : xml.leaf("NextToken", next);
    }

    private static int position(String token) {
        try {
            return Math.max(0, Integer.parseInt(token));
        } catch (NumberFormatException e) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: NextToken");
        }
    }
}
