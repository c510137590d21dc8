package io.tidings.awslocal.dynamodb.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table's or an index's key attributes. */
public record Key(Attribute partition, @Nullable Attribute sort) {
    /** The type is S, N or B. */
    public record Attribute(String name, String type) {}

    public List<Attribute> attributes() {
        var all = new ArrayList<Attribute>(2);
        all.add(partition);
        if (sort != null) {
            all.add(sort);
        }
        return all;
    }

    public boolean has(String attribute) {
        return partition.name().equals(attribute)
                || (sort != null && sort.name().equals(attribute));
    }
}
