package io.tidings.aws.dynamodb;

import io.tidings.core.audience.ImportJob;
import io.tidings.core.audience.ImportJob.RowError;
import io.tidings.core.audience.ImportStore;
import java.util.Optional;

public final class DynamoImportStore implements ImportStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoImportStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().imports();
    }

    @Override
    public void save(ImportJob job) {
        dynamo.put(
                table,
                Item.empty()
                        .text("id", job.id())
                        .text("audienceId", job.audienceId())
                        .text("fileName", job.fileName())
                        .text("state", job.state().name())
                        .number("rows", job.rows())
                        .number("imported", job.imported())
                        .number("rejected", job.rejected())
                        .items(
                                "errors",
                                job.errors().stream()
                                        .map(error -> Item.empty()
                                                .number("line", error.line())
                                                .text("field", error.field())
                                                .text("message", error.message()))
                                        .toList())
                        .text("problem", job.problem())
                        .time("startedAt", job.startedAt())
                        .time("touchedAt", job.touchedAt())
                        .time("finishedAt", job.finishedAt()));
    }

    @Override
    public Optional<ImportJob> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id))
                .map(item -> new ImportJob(
                        item.text("id"),
                        item.text("audienceId"),
                        item.text("fileName"),
                        ImportJob.State.valueOf(item.text("state")),
                        item.number("rows"),
                        item.number("imported"),
                        item.number("rejected"),
                        item.items("errors").stream()
                                .map(error ->
                                        new RowError(error.number("line"), error.text("field"), error.text("message")))
                                .toList(),
                        item.textOrNull("problem"),
                        item.time("startedAt"),
                        item.time("touchedAt"),
                        item.timeOrNull("finishedAt")));
    }
}
