package io.tidings.aws.dynamodb;

import io.tidings.core.pacing.PermitStore;
import io.tidings.core.pacing.Slowdown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoPermitStore implements PermitStore {

    private final Dynamo dynamo;
    private final String table;
    private final String id;

    /** The account's line. */
    public DynamoPermitStore(Dynamo dynamo) {
        this(dynamo, "line");
    }

    private DynamoPermitStore(Dynamo dynamo, String id) {
        this.dynamo = dynamo;
        this.id = id;
        this.table = dynamo.tables().quota();
    }

    /** The line of a campaign's own speed limit. */
    public static DynamoPermitStore ofLimit(Dynamo dynamo, String limit) {
        return new DynamoPermitStore(dynamo, "campaign#" + limit);
    }

    @Override
    public Line read() {
        return dynamo.get(table, Dynamo.key("id", id))
                .map(item -> new Line(
                        Instant.EPOCH.plus(item.number("takenUntil"), ChronoUnit.MICROS),
                        item.number("granted"),
                        slowdown(item)))
                .orElse(new Line(Instant.EPOCH, 0));
    }

    @Override
    public boolean move(Line seen, Line next) {
        Item item = Item.empty()
                .text("id", id)
                .number("takenUntil", micros(next.takenUntil()))
                .number("granted", next.granted());
        Slowdown slowdown = next.slowdown();
        if (slowdown != null) {
            item.decimal("factor", slowdown.factor()).time("slowedAt", slowdown.at());
        }
        if (seen.granted() == 0) {
            return dynamo.put(table, item, "attribute_not_exists(id)", Map.of());
        }
        // Every grant raises the number, so the number alone tells whether somebody was quicker.
        return dynamo.put(
                table,
                item,
                "granted = :granted",
                Map.of(":granted", AttributeValue.fromN(Long.toString(seen.granted()))));
    }

    private static @Nullable Slowdown slowdown(Item item) {
        Double factor = item.decimalOrNull("factor");
        return factor == null ? null : new Slowdown(factor, item.time("slowedAt"));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
