package io.tidings.aws.dynamodb;

import io.tidings.core.audience.Page;
import io.tidings.core.deadletter.FailureLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Beside the events, in partitions of their own: a cause for each message that failed, and what was discarded in the order of time. */
public final class DynamoFailureLog implements FailureLog {

    private static final String CAUSES = "cause#";
    private static final String DISCARDED = "discarded";
    private static final int LONGEST_CAUSE = 1_000;
    // SQS keeps a message for fourteen days at most, and a dead-letter queue of ours as long again.
    private static final Duration CAUSES_KEPT = Duration.ofDays(30);
    /** Who looks into what was discarded seldom does so in the same month. */
    private static final Duration DISCARDED_KEPT = Duration.ofDays(365);

    private final Dynamo dynamo;
    private final String table;

    public DynamoFailureLog(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().events();
    }

    @Override
    public void note(String id, String cause, Instant at) {
        String words = cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
        dynamo.client()
                .updateItem(update -> update.tableName(table)
                        .key(causeKey(id))
                        .updateExpression(
                                "SET cause = :cause, #last = :at, #first = if_not_exists(#first, :at), #ttl = :ttl"
                                        + " ADD tries :one")
                        .expressionAttributeNames(Map.of("#last", "last", "#first", "first", "#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":cause", AttributeValue.fromS(words),
                                ":at", AttributeValue.fromS(at.toString()),
                                ":ttl", AttributeValue.fromN(Long.toString(expiry(at, CAUSES_KEPT))),
                                ":one", AttributeValue.fromN("1"))));
    }

    @Override
    public Map<String, Cause> causes(Collection<String> ids) {
        Map<String, Cause> causes = new HashMap<>();
        dynamo.get(
                        table,
                        ids.stream().distinct().map(DynamoFailureLog::causeKey).toList(),
                        false)
                .forEach(item -> causes.put(
                        item.text("day").substring(CAUSES.length()),
                        new Cause(
                                item.text("cause"),
                                Math.toIntExact(item.number("tries")),
                                item.time("first"),
                                item.time("last"))));
        return causes;
    }

    private static Map<String, AttributeValue> causeKey(String id) {
        return Dynamo.key("day", CAUSES + id, "at", "cause");
    }

    @Override
    public void keep(Discarded discarded) {
        Item item = Item.empty()
                .text("day", DISCARDED)
                .text("at", discarded.at() + "#" + discarded.id())
                .text("queue", discarded.queue())
                .text("id", discarded.id())
                .time("sentAt", discarded.sentAt())
                .text("cause", discarded.cause())
                .text("by", discarded.by())
                .text("why", discarded.why())
                .time("discardedAt", discarded.at())
                .number("ttl", expiry(discarded.at(), DISCARDED_KEPT));
        // SQS: a body may be larger than an item of DynamoDB; packed it is not, but for noise.
        item.values()
                .put(
                        "packed",
                        AttributeValue.fromB(
                                SdkBytes.fromByteArrayUnsafe(PackedTexts.pack(List.of(discarded.body())))));
        dynamo.put(table, item);
    }

    @Override
    public Page<Discarded> discarded(@Nullable String cursor, int limit) {
        QueryResponse page = dynamo.query(request -> {
            request.tableName(table)
                    .keyConditionExpression("#day = :day")
                    .expressionAttributeNames(Map.of("#day", "day"))
                    .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(DISCARDED)))
                    .scanIndexForward(false)
                    .limit(limit);
            if (cursor != null) {
                request.exclusiveStartKey(Dynamo.key("day", DISCARDED, "at", cursor));
            }
        });
        boolean more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty();
        return new Page<>(
                page.items().stream().map(values -> discarded(Item.of(values))).toList(),
                more ? Item.of(page.lastEvaluatedKey()).text("at") : null);
    }

    private static Discarded discarded(Item item) {
        return new Discarded(
                item.text("queue"),
                item.text("id"),
                PackedTexts.unpack(item.bytes("packed")).getFirst(),
                item.time("sentAt"),
                item.textOrNull("cause"),
                item.text("by"),
                item.text("why"),
                item.time("discardedAt"));
    }

    private static long expiry(Instant at, Duration kept) {
        return at.plus(kept).getEpochSecond();
    }
}
