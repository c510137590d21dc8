package io.tidings.awslocal.dynamodb.table;

import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.Shape;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.table.IndexDefinition.Projected;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CreateTable's parameters, which are also how a definition is stored. */
public final class TableRequest {
    private static final Shape KEY_SCHEMA =
            Shape.list(Shape.struct("AttributeName", Shape.STRING, "KeyType", Shape.STRING));
    private static final Shape THROUGHPUT =
            Shape.struct("ReadCapacityUnits", Shape.LONG, "WriteCapacityUnits", Shape.LONG);
    private static final Shape INDEXES = Shape.list(Shape.struct(
            "IndexName",
            Shape.STRING,
            "KeySchema",
            KEY_SCHEMA,
            "Projection",
            Shape.struct("ProjectionType", Shape.STRING, "NonKeyAttributes", Shape.list(Shape.STRING)),
            "ProvisionedThroughput",
            THROUGHPUT,
            "OnDemandThroughput",
            Shape.ANY,
            "WarmThroughput",
            Shape.ANY));

    public static final Shape SHAPE = Shape.struct(
            "TableName",
            Shape.STRING,
            "AttributeDefinitions",
            Shape.list(Shape.struct("AttributeName", Shape.STRING, "AttributeType", Shape.STRING)),
            "KeySchema",
            KEY_SCHEMA,
            "GlobalSecondaryIndexes",
            INDEXES,
            "LocalSecondaryIndexes",
            INDEXES,
            "BillingMode",
            Shape.STRING,
            "ProvisionedThroughput",
            THROUGHPUT,
            "DeletionProtectionEnabled",
            Shape.BOOLEAN,
            "TableClass",
            Shape.STRING,
            "StreamSpecification",
            Shape.struct("StreamEnabled", Shape.BOOLEAN, "StreamViewType", Shape.STRING),
            "SSESpecification",
            Shape.ANY,
            "Tags",
            Shape.list(Shape.ANY),
            "ResourcePolicy",
            Shape.ANY,
            "OnDemandThroughput",
            Shape.ANY,
            "WarmThroughput",
            Shape.ANY,
            "GlobalTableSettingsReplicationMode",
            Shape.ANY,
            // Only where a definition is stored:
            "TableId",
            Shape.STRING,
            "CreatedMillis",
            Shape.LONG,
            "TtlAttribute",
            Shape.STRING);

    private TableRequest() {}

    /** A definition from parameters that hold together; see {@link TableValidation}. */
    static TableDefinition definition(Fields request, String id, Instant created) {
        var attributes = new ArrayList<Key.Attribute>();
        for (Fields each : listOf(request, "AttributeDefinitions")) {
            attributes.add(new Key.Attribute(text(each, "AttributeName"), text(each, "AttributeType")));
        }
        var indexes = new ArrayList<IndexDefinition>();
        for (Fields each : listOf(request, "GlobalSecondaryIndexes")) {
            indexes.add(index(each, false, attributes));
        }
        for (Fields each : listOf(request, "LocalSecondaryIndexes")) {
            indexes.add(index(each, true, attributes));
        }
        return new TableDefinition(
                TableName.ofNew(request),
                id,
                created,
                List.copyOf(attributes),
                key(request, attributes),
                List.copyOf(indexes),
                "PAY_PER_REQUEST".equals(request.string("BillingMode")),
                throughput(request),
                request.isTrue("DeletionProtectionEnabled"),
                request.string("TtlAttribute"));
    }

    static TableDefinition stored(Fields request) {
        var millis = request.number("CreatedMillis");
        return definition(request, text(request, "TableId"), Instant.ofEpochMilli(millis == null ? 0 : millis));
    }

    static Throughput throughput(Fields request) {
        var throughput = request.struct("ProvisionedThroughput");
        if (throughput == null) {
            return Throughput.NONE;
        }
        var read = throughput.number("ReadCapacityUnits");
        var write = throughput.number("WriteCapacityUnits");
        return new Throughput(read == null ? 0 : read, write == null ? 0 : write);
    }

    static List<Fields> listOf(Fields request, String name) {
        List<Fields> list = request.list(name);
        return list == null ? List.of() : list;
    }

    private static IndexDefinition index(Fields index, boolean local, List<Key.Attribute> attributes) {
        var projection = index.struct("Projection");
        var type = projection == null ? null : projection.string("ProjectionType");
        List<String> nonKey = projection == null ? null : projection.list("NonKeyAttributes");
        return new IndexDefinition(
                text(index, "IndexName"),
                local,
                key(index, attributes),
                type == null ? Projected.ALL : Projected.valueOf(type),
                nonKey == null ? List.of() : List.copyOf(nonKey),
                throughput(index));
    }

    private static Key key(Fields owner, List<Key.Attribute> attributes) {
        var schema = listOf(owner, "KeySchema");
        var sort = schema.size() > 1 ? attribute(text(schema.get(1), "AttributeName"), attributes) : null;
        return new Key(attribute(text(schema.getFirst(), "AttributeName"), attributes), sort);
    }

    private static Key.Attribute attribute(String name, List<Key.Attribute> attributes) {
        return attributes.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DynamoDbException.validation("No definition of attribute " + name));
    }

    static String text(Fields fields, String name) {
        @Nullable String text = fields.string(name);
        if (text == null) {
            throw DynamoDbException.validation("Missing parameter: " + name);
        }
        return text;
    }
}
