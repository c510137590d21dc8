package io.tidings.aws.dynamodb;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

public final class DynamoCampaignStore implements CampaignStore {

    private static final String BY_CREATION = "by-creation";
    private static final String UNDER_WAY = "under-way";

    /** A page of one state passes over campaigns of others; it looks at so many at most. */
    private static final int MOST_READ = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DynamoCampaignStore.class);

    private final Dynamo dynamo;
    private final String table;

    public DynamoCampaignStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().campaigns();
    }

    @Override
    public void add(Campaign campaign) {
        dynamo.put(table, CampaignItems.item(campaign));
    }

    @Override
    public Optional<Campaign> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(CampaignItems::campaign);
    }

    @Override
    public Page<Campaign> list(boolean archived, @Nullable CampaignState state, @Nullable String cursor, int limit) {
        String list = CampaignItems.list(archived);
        List<Campaign> found = new ArrayList<>();
        Map<String, AttributeValue> from =
                cursor == null ? Map.of() : Place.read(cursor).key(list);
        int read = 0;
        do {
            Map<String, AttributeValue> start = from;
            QueryResponse page = dynamo.query(request -> {
                byCreation(request, list).limit(limit);
                if (!start.isEmpty()) {
                    request.exclusiveStartKey(start);
                }
            });
            for (Map<String, AttributeValue> item : page.items()) {
                Campaign campaign = CampaignItems.campaign(Item.of(item));
                if (state == null || campaign.state() == state) {
                    found.add(campaign);
                }
                if (found.size() == limit) {
                    return new Page<>(found, Place.of(campaign).toString());
                }
            }
            read += limit;
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty() && read < MOST_READ);
        return new Page<>(found, from.isEmpty() ? null : Place.of(Item.of(from)).toString());
    }

    private QueryRequest.Builder byCreation(QueryRequest.Builder request, String list) {
        return request.tableName(table)
                .indexName(BY_CREATION)
                .keyConditionExpression("#list = :list")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Map.of(":list", AttributeValue.fromS(list)))
                .scanIndexForward(false);
    }

    /** The index may be a moment behind; whoever acts on what it says acts on a conditional write. */
    @Override
    public List<Campaign> underWay() {
        return lookedAfter(CampaignItems.UNDER_WAY, null);
    }

    /** Reads those that are scheduled, and no others. */
    @Override
    public List<Campaign> due(Instant now) {
        return lookedAfter(CampaignItems.SCHEDULED, now);
    }

    private List<Campaign> lookedAfter(String part, @Nullable Instant dueAt) {
        return dynamo
                .client()
                .queryPaginator(request -> {
                    Map<String, AttributeValue> values = new HashMap<>(Map.of(":part", AttributeValue.fromS(part)));
                    request.tableName(table).indexName(UNDER_WAY).keyConditionExpression("underWay = :part");
                    if (dueAt != null) {
                        values.put(":now", AttributeValue.fromS(CampaignItems.sortable(dueAt)));
                        request.filterExpression("scheduledAt <= :now");
                    }
                    request.expressionAttributeValues(values);
                })
                .items()
                .stream()
                .map(Item::of)
                .map(CampaignItems::campaign)
                .toList();
    }

    @Override
    public List<Campaign> untold() {
        return dynamo
                .client()
                .queryPaginator(request -> request.tableName(table)
                        .indexName(CampaignItems.UNTOLD)
                        .keyConditionExpression("tell = :part")
                        .expressionAttributeValues(Map.of(":part", AttributeValue.fromS(CampaignItems.UNTOLD))))
                .items()
                .stream()
                .map(Item::of)
                .map(CampaignItems::campaign)
                .toList();
    }

    @Override
    public void told(Campaign seen) {
        try {
            dynamo.client()
                    .updateItem(request -> request.tableName(table)
                            .key(Dynamo.key("id", seen.id()))
                            .updateExpression("REMOVE untold, tell")
                            .conditionExpression("revision = :seen")
                            .expressionAttributeValues(
                                    Map.of(":seen", AttributeValue.fromN(Long.toString(seen.revision())))));
        } catch (ConditionalCheckFailedException e) {
            LOG.debug("campaign {} changed meanwhile and is told of again: {}", seen.id(), e.getMessage());
        }
    }

    @Override
    public boolean replace(Campaign next) {
        return dynamo.put(table, CampaignItems.item(next), REVISION_BEFORE, revisionBefore(next));
    }

    static final String REVISION_BEFORE = "revision = :before";

    static Map<String, AttributeValue> revisionBefore(Campaign next) {
        return Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1)));
    }

    /** Where a page ended. */
    private record Place(String createdAt, String id) {

        static Place of(Campaign campaign) {
            return new Place(CampaignItems.sortable(campaign.createdAt()), campaign.id());
        }

        static Place of(Item key) {
            return new Place(key.text("createdAt"), key.text("id"));
        }

        static Place read(String cursor) {
            int dash = cursor.indexOf('_');
            if (dash < 1 || dash == cursor.length() - 1) {
                throw new IllegalArgumentException("not a cursor");
            }
            return new Place(cursor.substring(0, dash), cursor.substring(dash + 1));
        }

        Map<String, AttributeValue> key(String list) {
            Map<String, AttributeValue> key = new HashMap<>(Dynamo.key("list", list, "createdAt", createdAt));
            key.putAll(Dynamo.key("id", id));
            return key;
        }

        @Override
        public String toString() {
            return createdAt + "_" + id;
        }
    }
}
