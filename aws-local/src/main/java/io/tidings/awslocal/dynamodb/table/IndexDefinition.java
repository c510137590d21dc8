package io.tidings.awslocal.dynamodb.table;

import java.util.List;

/** A secondary index; a local one shares its table's partition key. */
public record IndexDefinition(
        String name,
        boolean local,
        Key key,
        Projected projected,
        List<String> nonKeyAttributes,
        Throughput throughput) {
    public enum Projected {
        ALL,
        KEYS_ONLY,
        INCLUDE
    }

    /** Whether the index holds this attribute of an item whose table has that key. */
    public boolean holds(String attribute, Key table) {
        return projected == Projected.ALL
                || key.has(attribute)
                || table.has(attribute)
                || nonKeyAttributes.contains(attribute);
    }
}
