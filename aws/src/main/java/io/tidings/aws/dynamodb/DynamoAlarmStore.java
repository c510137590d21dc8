package io.tidings.aws.dynamodb;

import io.tidings.core.alarm.Alarm;
import io.tidings.core.alarm.AlarmStore;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** An item each while it lasts; so few that all are read. */
public final class DynamoAlarmStore implements AlarmStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoAlarmStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().alarms();
    }

    @Override
    public List<Alarm> open() {
        return dynamo.client().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(item -> alarm(Item.of(item)))
                .toList();
    }

    @Override
    public boolean begin(Alarm alarm) {
        return dynamo.put(table, item(alarm), "attribute_not_exists(id)", Map.of());
    }

    @Override
    public void reword(Alarm alarm) {
        dynamo.put(table, item(alarm), "attribute_exists(id)", Map.of());
    }

    @Override
    public boolean end(Alarm alarm) {
        try {
            dynamo.client()
                    .deleteItem(delete -> delete.tableName(table)
                            .key(Dynamo.key("id", alarm.id()))
                            .conditionExpression("attribute_exists(id)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Item item(Alarm alarm) {
        return Item.empty()
                .text("id", alarm.id())
                .text("kind", alarm.kind().name())
                .text("subject", alarm.subject())
                .time("since", alarm.since())
                .text("words", alarm.words())
                .text("todo", alarm.todo())
                .text("link", alarm.link());
    }

    private static Alarm alarm(Item item) {
        return new Alarm(
                Alarm.Kind.valueOf(item.text("kind")),
                item.text("subject"),
                item.time("since"),
                item.text("words"),
                item.text("todo"),
                item.text("link"));
    }
}
