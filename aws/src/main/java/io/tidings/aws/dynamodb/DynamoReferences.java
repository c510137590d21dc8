package io.tidings.aws.dynamodb;

import io.tidings.core.webhook.References;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

public final class DynamoReferences implements References {

    private final Dynamo dynamo;
    private final String table;

    public DynamoReferences(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().notifications();
    }

    @Override
    public Map<String, String> of(Collection<String> notificationIds) {
        Map<String, String> references = new HashMap<>();
        dynamo.get(
                        table,
                        notificationIds.stream()
                                .distinct()
                                .map(id -> Dynamo.key("id", id))
                                .toList(),
                        false)
                .forEach(item -> {
                    String reference = item.textOrNull("reference");
                    if (reference != null) {
                        references.put(item.text("id"), reference);
                    }
                });
        return references;
    }
}
