package io.tidings.awslocal.dynamodb.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for when the table was made or changed. */
public record TableDefinition(
        String name,
        String id,
        Instant created,
        List<Key.Attribute> attributes,
        Key key,
        List<IndexDefinition> indexes,
        boolean onDemand,
        Throughput throughput,
        boolean deletionProtected,
        @Nullable String ttlAttribute) {

    public String arn() {
        return "arn:aws:dynamodb:us-east-1:000000000000:table/" + name;
    }

    public TableDefinition withTtl(@Nullable String attribute) {
        return new TableDefinition(
                name, id, created, attributes, key, indexes, onDemand, throughput, deletionProtected, attribute);
    }

    public TableDefinition withBilling(boolean onDemand, Throughput throughput) {
        return new TableDefinition(
                name, id, created, attributes, key, indexes, onDemand, throughput, deletionProtected, ttlAttribute);
    }

    public TableDefinition withDeletionProtection(boolean on) {
        return new TableDefinition(name, id, created, attributes, key, indexes, onDemand, throughput, on, ttlAttribute);
    }
}
