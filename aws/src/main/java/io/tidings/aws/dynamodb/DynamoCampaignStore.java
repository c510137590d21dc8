package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Sender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoCampaignStore implements CampaignStore {

    private static final String BY_CREATION = "by-creation";
    private static final String UNDER_WAY = "under-way";
    private static final String LISTED = "campaigns";

    private final Dynamo dynamo;
    private final String table;

    public DynamoCampaignStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().campaigns();
    }

    @Override
    public void add(Campaign campaign) {
        dynamo.put(table, item(campaign));
    }

    @Override
    public Optional<Campaign> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(DynamoCampaignStore::campaign);
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
                .map(DynamoCampaignStore::campaign)
                .toList();
    }

    @Override
    public boolean replace(Campaign next) {
        return dynamo.put(table, item(next), REVISION_BEFORE, revisionBefore(next));
    }

    static final String REVISION_BEFORE = "revision = :before";

    static Map<String, AttributeValue> revisionBefore(Campaign next) {
        return Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1)));
    }

    static Item item(Campaign campaign) {
        Item item = Item.empty()
                .text("id", campaign.id())
                .text("list", LISTED)
                .text("underWay", campaign.state().underWay() ? LISTED : null)
                .text("name", campaign.name())
                .text("templateId", campaign.templateId())
                .text("audienceId", campaign.audienceId())
                .text("senderName", campaign.sender().name())
                .text("senderAddress", campaign.sender().address().toString())
                .text("state", campaign.state().name())
                .time("createdAt", campaign.createdAt())
                .text("pauseReason", campaign.pauseReason())
                .time("finishedAt", campaign.finishedAt())
                .number("revision", campaign.revision());
        Launch launch = campaign.launch();
        return launch == null
                ? item
                : item.time("launchedAt", launch.at())
                        .text("launchedBy", launch.by())
                        .number("templateVersion", launch.templateVersion());
    }

    private static Campaign campaign(Item item) {
        return new Campaign(
                item.text("id"),
                item.text("name"),
                item.text("templateId"),
                item.text("audienceId"),
                new Sender(item.text("senderName"), EmailAddress.of(item.text("senderAddress"))),
                CampaignState.valueOf(item.text("state")),
                item.time("createdAt"),
                launch(item),
                item.textOrNull("pauseReason"),
                item.timeOrNull("finishedAt"),
                item.number("revision"));
    }

    private static @Nullable Launch launch(Item item) {
        return item.has("launchedAt")
                ? new Launch(
                        item.time("launchedAt"),
                        item.text("launchedBy"),
                        Math.toIntExact(item.number("templateVersion")))
                : null;
    }
}
