package io.tidings.aws.dynamodb;

import io.tidings.core.notification.CancellationStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Times are in microseconds since 1970, so that the later is the greater. */
public final class DynamoCancellationStore implements CancellationStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoCancellationStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().cancellations();
    }

    @Override
    public void add(String key, Instant at, Instant forgottenAt) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        Item item =
                Item.empty().text("id", key).number("cancelledAt", micros).number("ttl", forgottenAt.getEpochSecond());
        dynamo.put(
                table,
                item,
                "attribute_not_exists(id) OR cancelledAt < :at",
                Map.of(":at", AttributeValue.fromN(Long.toString(micros))));
    }

    @Override
    public Map<String, Instant> find(Collection<String> keys) {
        Map<String, Instant> found = new HashMap<>();
        if (!keys.isEmpty()) {
            dynamo.get(
                            table,
                            keys.stream()
                                    .distinct()
                                    .map(key -> Dynamo.key("id", key))
                                    .toList(),
                            true)
                    .forEach(item -> found.put(
                            item.text("id"), Instant.EPOCH.plus(item.number("cancelledAt"), ChronoUnit.MICROS)));
        }
        return found;
    }
}
