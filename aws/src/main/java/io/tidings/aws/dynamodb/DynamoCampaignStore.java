package io.tidings.aws.dynamodb;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoCampaignStore implements CampaignStore {

    private static final String BY_CREATION = "by-creation";
    private static final String UNDER_WAY = "under-way";
    static final String LISTED = "campaigns";

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
    public List<Campaign> list() {
        return listed(BY_CREATION, "list");
    }

    /** The index may be a moment behind; whoever acts on what it says acts on a conditional write. */
    @Override
    public List<Campaign> underWay() {
        return listed(UNDER_WAY, "underWay");
    }

    private List<Campaign> listed(String index, String attribute) {
        return dynamo
                .client()
                .queryPaginator(request -> request.tableName(table)
                        .indexName(index)
                        .keyConditionExpression("#list = :list")
                        .expressionAttributeNames(Map.of("#list", attribute))
                        .expressionAttributeValues(Map.of(":list", AttributeValue.fromS(LISTED)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(Item::of)
                .map(CampaignItems::campaign)
                .toList();
    }

    @Override
    public boolean replace(Campaign next) {
        return dynamo.put(table, CampaignItems.item(next), REVISION_BEFORE, revisionBefore(next));
    }

    static final String REVISION_BEFORE = "revision = :before";

    static Map<String, AttributeValue> revisionBefore(Campaign next) {
        return Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1)));
    }
}
