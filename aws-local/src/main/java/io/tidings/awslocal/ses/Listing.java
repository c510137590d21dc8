package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.awslocal.wire.Json;
import java.util.List;
import java.util.function.Function;

/** SES's lists: a page, and a token for the next. */
final class Listing {
    private static final int MAX_PAGE = 1_000;

    private Listing() {}

    static <T> ObjectNode of(SesEndpoint.Call call, String name, List<T> all, Function<T, JsonNode> shown) {
        var from = Math.clamp(number(call, "NextToken", 0), 0, all.size());
        var size = Math.clamp(number(call, "PageSize", 100), 1, MAX_PAGE);
        var to = Math.min(all.size(), from + size);
        var json = Json.object();
        var items = json.putArray(name);
        all.subList(from, to).forEach(item -> items.add(shown.apply(item)));
        if (to < all.size()) {
            json.put("NextToken", Integer.toString(to));
        }
        return json;
    }

    private static int number(SesEndpoint.Call call, String name, int otherwise) {
        var text = call.request().parameter(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Validation.bad("Invalid " + name + ".");
        }
    }
}
