package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionStore;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

public final class DynamoSuppressionStore implements SuppressionStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoSuppressionStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().suppressions();
    }

    @Override
    public void add(Suppression suppression) {
        dynamo.put(
                table,
                Item.empty()
                        .text("id", suppression.id().value())
                        .text("email", suppression.address().toString())
                        .text("reason", suppression.reason().name())
                        .text("evidence", suppression.evidence())
                        .time("since", suppression.since()),
                "attribute_not_exists(id)",
                Map.of());
    }

    @Override
    public Map<RecipientId, Suppression> find(Collection<RecipientId> ids) {
        return dynamo
                .get(table, ids.stream().map(id -> Dynamo.key("id", id.value())).toList(), true)
                .stream()
                .map(DynamoSuppressionStore::suppression)
                .collect(Collectors.toMap(Suppression::id, suppression -> suppression));
    }

    private static Suppression suppression(Item item) {
        return new Suppression(
                EmailAddress.of(item.text("email")),
                Reason.valueOf(item.text("reason")),
                item.text("evidence"),
                item.time("since"));
    }
}
