package io.tidings.aws.dynamodb;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One shard of a webhook's log, read from its newest event as far as somebody asks. Of several the one with the newest event is first. */
final class DeliveryShard implements Comparable<DeliveryShard> {

    /** A page of one state passes over those of others; it looks at so many at most. */
    static final int MOST_READ = 2_000;

    private static final int LARGEST_PAGE = 25;

    private final Iterator<Map<String, AttributeValue>> items;
    private @Nullable Item next;

    /**
     * @param from the first event of interest
     * @param before the event where the page before ended
     */
    DeliveryShard(Dynamo dynamo, String table, String list, String from, @Nullable String before, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":list", AttributeValue.fromS(list));
        values.put(":from", AttributeValue.fromS(from));
        // After the last id there is.
        values.put(":to", AttributeValue.fromS(before == null ? "evt`" : before));
        items = dynamo.client()
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("#list = :list AND event BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#list", "list"))
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(Math.min(LARGEST_PAGE, limit)))
                .items()
                .iterator();
        advance();
        if (next != null && next.text("event").equals(before)) {
            advance();
        }
    }

    /** Among the others, unless it is read to its end. */
    void addTo(Queue<DeliveryShard> shards) {
        if (next != null) {
            shards.add(this);
        }
    }

    Item take() {
        Item taken = event();
        advance();
        return taken;
    }

    private void advance() {
        next = items.hasNext() ? Item.of(items.next()) : null;
    }

    private Item event() {
        if (next == null) {
            throw new IllegalStateException("the shard is read to its end");
        }
        return next;
    }

    @Override
    public int compareTo(DeliveryShard other) {
        return other.event().text("event").compareTo(event().text("event"));
    }
}
