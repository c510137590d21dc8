package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.table.TableJson;
import io.tidings.awslocal.dynamodb.table.TableUpdate;
import io.tidings.awslocal.dynamodb.table.TableValidation;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.time.InstantSource;
import java.util.UUID;

/** Operations on tables. */
final class TableOperations {
    private static final int MOST_NAMES = 100;

    private final Tables tables;
    private final WriteLock writes;
    private final InstantSource clock;

    TableOperations(Tables tables, WriteLock writes, InstantSource clock) {
        this.tables = tables;
        this.writes = writes;
        this.clock = clock;
    }

    Answer create(Fields request) {
        var definition = TableValidation.definition(request, UUID.randomUUID().toString(), clock.instant());
        return described("TableDescription", tables.create(definition), "ACTIVE");
    }

    Answer describe(Fields request) {
        return described("Table", tables.requireNamed(TableName.of(request)), "ACTIVE");
    }

    Answer delete(Fields request) {
        var table = tables.requireNamed(TableName.of(request));
        if (table.definition().deletionProtected()) {
            throw DynamoDbException.validation(
                    "Resource cannot be deleted as it is currently protected against deletion. "
                            + "Disable deletion protection first.");
        }
        var answer = described("TableDescription", table, "DELETING");
        tables.delete(table);
        return answer;
    }

    Answer update(Fields request) {
        TableUpdate.check(request);
        var table = tables.requireNamed(TableName.of(request));
        tables.redefine(table, TableUpdate.apply(request, table.definition()));
        return described("TableDescription", table, "ACTIVE");
    }

    Answer list(Fields request) {
        var limit = request.number("Limit");
        new Constraints()
                .length(request.string("ExclusiveStartTableName"), 3, 255, "exclusiveStartTableName")
                .atLeast(limit, 1, "limit")
                .atMost(limit, MOST_NAMES, "limit")
                .check();
        var names = tables.namesAfter(request.string("ExclusiveStartTableName"));
        var shown = names.stream().limit(limit == null ? MOST_NAMES : limit).toList();
        var json = new JsonWriter().beginObject().name("TableNames").beginArray();
        shown.forEach(json::string);
        json.endArray();
        if (shown.size() < names.size()) {
            json.name("LastEvaluatedTableName").string(shown.getLast());
        }
        return new Answer(200, json.endObject().bytes());
    }

    Answer updateTimeToLive(Fields request) {
        var name = TableName.of(request);
        var wanted = request.struct("TimeToLiveSpecification");
        var attribute = wanted == null ? null : wanted.string("AttributeName");
        new Constraints()
                .notNull(wanted, "timeToLiveSpecification")
                .notNull(wanted == null ? "" : attribute, "timeToLiveSpecification.attributeName")
                .notNull(wanted == null ? "" : wanted.values().get("Enabled"), "timeToLiveSpecification.enabled")
                .length(attribute, 1, 255, "timeToLiveSpecification.attributeName")
                .check();
        var table = tables.requireNamed(name);
        var enabled = wanted != null && wanted.isTrue("Enabled");
        var present = table.definition().ttlAttribute();
        if (enabled == (present != null)) {
            throw DynamoDbException.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
        }
        if (present != null && !present.equals(attribute)) {
            throw DynamoDbException.validation(
                    "TimeToLive is active on a different AttributeName: " + "current AttributeName is " + present);
        }
        tables.redefine(table, table.definition().withTtl(enabled ? attribute : null));
        var json =
                new JsonWriter().beginObject().name("TimeToLiveSpecification").beginObject();
        json.name("Enabled").bool(enabled);
        json.name("AttributeName").string(String.valueOf(attribute)).endObject();
        return new Answer(200, json.endObject().bytes());
    }

    Answer describeTimeToLive(Fields request) {
        var attribute = tables.requireNamed(TableName.of(request)).definition().ttlAttribute();
        var json = new JsonWriter().beginObject().name("TimeToLiveDescription").beginObject();
        json.name("TimeToLiveStatus").string(attribute == null ? "DISABLED" : "ENABLED");
        if (attribute != null) {
            json.name("AttributeName").string(attribute);
        }
        return new Answer(200, json.endObject().endObject().bytes());
    }

    private Answer described(String name, Table table, String status) {
        var json = new JsonWriter().beginObject().name(name);
        var bytes = writes.alone(table::sizeInBytes);
        TableJson.describe(
                json,
                table.definition(),
                status,
                new TableJson.Extent(table.items().size(), bytes),
                index -> table.index(index.name()).entries().size());
        return new Answer(200, json.endObject().bytes());
    }
}
