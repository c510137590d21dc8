package io.tidings.aws.dynamodb;

import io.tidings.core.job.Job;
import io.tidings.core.job.JobStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Jobs are few, so those running are found by reading all. */
public final class DynamoJobStore implements JobStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoJobStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().jobs();
    }

    @Override
    public void add(Job job) {
        dynamo.put(table, item(job));
    }

    @Override
    public Optional<Job> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(DynamoJobStore::job);
    }

    @Override
    public List<Job> running() {
        return dynamo.client().scanPaginator(request -> request.tableName(table)).items().stream()
                .map(item -> job(Item.of(item)))
                .filter(job -> job.state() == Job.State.RUNNING)
                .toList();
    }

    @Override
    public boolean replace(Job next) {
        return dynamo.put(
                table,
                item(next),
                "revision = :before",
                Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1))));
    }

    private static Item item(Job job) {
        return Item.empty()
                .text("id", job.id())
                .text("kind", job.kind().name())
                .text("by", job.by())
                .text("from", job.from())
                .time("startedAt", job.startedAt())
                .time("touchedAt", job.touchedAt())
                .text("state", job.state().name())
                .text("cursor", job.cursor())
                .number("done", job.done())
                .texts("findings", job.findings())
                .number("revision", job.revision());
    }

    private static Job job(Item item) {
        return new Job(
                item.text("id"),
                Job.Kind.valueOf(item.text("kind")),
                item.text("by"),
                item.textOrNull("from"),
                item.time("startedAt"),
                item.time("touchedAt"),
                Job.State.valueOf(item.text("state")),
                item.textOrNull("cursor"),
                item.number("done"),
                item.texts("findings"),
                item.number("revision"));
    }
}
