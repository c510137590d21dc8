package io.tidings.aws.dynamodb;

import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How a batch lies in its table: one partition a shard of a campaign; its recipients' ids, all of one length, as one text each. */
final class BatchItems {

    /** Of two who act under one fence, as after a lease that ended too soon, the second must not put back what the first took out. */
    private static final String AS_SEEN = "fence = :fence AND size(#unknown) = :unknown";

    private static final Map<String, String> NAMES = Map.of("#unknown", "unknown");

    private BatchItems() {}

    static String partition(String campaignId, int shard) {
        return campaignId + "#" + shard;
    }

    static Map<String, AttributeValue> key(BatchKey key) {
        return Map.of(
                "slice",
                AttributeValue.fromS(partition(key.campaignId(), key.shard())),
                "number",
                AttributeValue.fromN(Long.toString(key.number())));
    }

    static Item item(Batch batch) {
        return Item.empty()
                .text("slice", partition(batch.key().campaignId(), batch.key().shard()))
                .number("number", batch.key().number())
                .text("waiting", join(batch.waiting()))
                .text("unknown", join(batch.unknown()))
                .number("fence", batch.fence())
                .time("leasedUntil", batch.leasedUntil())
                .time("askedAt", batch.askedAt())
                .time("fedAt", batch.fedAt())
                .flag("again", batch.again());
    }

    static Batch batch(Item item) {
        String shard = item.text("slice");
        int hash = shard.lastIndexOf('#');
        return new Batch(
                new BatchKey(
                        shard.substring(0, hash), Integer.parseInt(shard.substring(hash + 1)), item.number("number")),
                split(item.text("waiting")),
                split(item.text("unknown")),
                item.number("fence"),
                item.timeOrNull("leasedUntil"),
                item.timeOrNull("askedAt"),
                item.time(item.has("fedAt") ? "fedAt" : "plannedAt"),
                item.has("again") && item.flag("again"));
    }

    /** The write that turns the batch as it was read into what it is to be; only whoever read it last may. */
    static TransactWriteItem replace(String table, Batch seen, Batch next) {
        Map<String, AttributeValue> asSeen = Map.of(
                ":fence",
                AttributeValue.fromN(Long.toString(seen.fence())),
                ":unknown",
                AttributeValue.fromN(Integer.toString(seen.unknown().size() * RecipientId.LENGTH)));
        if (next.empty()) {
            return TransactWriteItem.builder()
                    .delete(Delete.builder()
                            .tableName(table)
                            .key(key(seen.key()))
                            .conditionExpression(AS_SEEN)
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(asSeen)
                            .build())
                    .build();
        }
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item(next).values())
                        .conditionExpression(AS_SEEN)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(asSeen)
                        .build())
                .build();
    }

    private static String join(List<RecipientId> ids) {
        StringBuilder text = new StringBuilder(ids.size() * RecipientId.LENGTH);
        ids.forEach(id -> text.append(id.value()));
        return text.toString();
    }

    private static List<RecipientId> split(String text) {
        List<RecipientId> ids = new ArrayList<>();
        for (int i = 0; i < text.length(); i += RecipientId.LENGTH) {
            ids.add(new RecipientId(text.substring(i, i + RecipientId.LENGTH)));
        }
        return ids;
    }
}
