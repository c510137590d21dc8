package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.value.ItemJson;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Errors that carry more than a message. */
final class Errors {
    private Errors() {}

    static DynamoDbException conditionFailed(Value.MapOf old) {
        return DynamoDbException.of(
                "ConditionalCheckFailedException",
                "The conditional request failed",
                json -> ItemJson.write(old, json.name("Item")));
    }

    /** Why one action of a transaction stood in its way; code None if it did not. */
    record Reason(String code, @Nullable String message, Value.@Nullable MapOf item) {
        static final Reason NONE = new Reason("None", null, null);
    }

    static DynamoDbException cancelled(List<Reason> reasons) {
        var codes = reasons.stream().map(Reason::code).collect(Collectors.joining(", ", "[", "]"));
        return DynamoDbException.of(
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
                json -> {
                    json.name("CancellationReasons").beginArray();
                    for (var reason : reasons) {
                        json.beginObject().name("Code").string(reason.code());
                        if (reason.message() != null) {
                            json.name("Message").string(reason.message());
                        }
                        if (reason.item() != null) {
                            ItemJson.write(reason.item(), json.name("Item"));
                        }
                        json.endObject();
                    }
                    json.endArray();
                });
    }
}
