package io.tidings.awslocal.dynamodb.table;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** CreateTable's rules, in DynamoDB's order and words. */
public final class TableValidation {
    private static final String INVALID = "One or more parameter values were invalid: ";

    private TableValidation() {}

    public static TableDefinition definition(Fields request, String id, Instant now) {
        TableName.ofNew(request);
        parameters(request);
        refuseUnsupported(request);
        billing(request);
        keys(request);
        indexes(request);
        return TableRequest.definition(request, id, now);
    }

    private static void parameters(Fields request) {
        var constraints = new Constraints()
                .notNull(request.list("AttributeDefinitions"), "attributeDefinitions")
                .notNull(request.list("KeySchema"), "keySchema")
                .oneOf(request.string("BillingMode"), "billingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"))
                .oneOf(request.string("TableClass"), "tableClass", List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS"));
        var position = 0;
        for (var each : TableRequest.listOf(request, "AttributeDefinitions")) {
            var path = "attributeDefinitions." + ++position + ".member.";
            constraints
                    .notNull(each.string("AttributeName"), path + "attributeName")
                    .length(each.string("AttributeName"), 1, 255, path + "attributeName")
                    .notNull(each.string("AttributeType"), path + "attributeType")
                    .oneOf(each.string("AttributeType"), path + "attributeType", List.of("B", "N", "S"));
        }
        keySchema(constraints, request, "keySchema");
        throughput(constraints, request, "provisionedThroughput");
        for (var kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            indexParameters(constraints, request, kind);
        }
        constraints.check();
    }

    private static void indexParameters(Constraints constraints, Fields request, String kind) {
        var position = 0;
        for (var index : TableRequest.listOf(request, kind)) {
            var path = Character.toLowerCase(kind.charAt(0)) + kind.substring(1) + "." + ++position + ".member.";
            var projection = index.struct("Projection");
            constraints
                    .notNull(index.string("IndexName"), path + "indexName")
                    .length(index.string("IndexName"), 3, 255, path + "indexName")
                    .pattern(index.string("IndexName"), path + "indexName", "[a-zA-Z0-9_.-]+")
                    .notNull(index.list("KeySchema"), path + "keySchema")
                    .notNull(projection, path + "projection")
                    .oneOf(
                            projection == null ? null : projection.string("ProjectionType"),
                            path + "projection.projectionType",
                            List.of("ALL", "INCLUDE", "KEYS_ONLY"));
            keySchema(constraints, index, path + "keySchema");
            throughput(constraints, index, path + "provisionedThroughput");
        }
    }

    private static void keySchema(Constraints constraints, Fields owner, String path) {
        var schema = TableRequest.listOf(owner, "KeySchema");
        if (owner.has("KeySchema") && schema.isEmpty()) {
            constraints.add("Value '[]' at '" + path
                    + "' failed to satisfy constraint: Member must have length greater than or equal to 1");
        }
        if (schema.size() > 2) {
            var shown = schema.stream()
                    .map(each -> "KeySchemaElement(attributeName=" + each.string("AttributeName") + ", keyType="
                            + each.string("KeyType") + ")")
                    .collect(Collectors.joining(", ", "[", "]"));
            constraints.add("Value '" + shown + "' at '" + path
                    + "' failed to satisfy constraint: Member must have length less than or equal to 2");
        }
        var position = 0;
        for (var element : schema) {
            var member = path + "." + ++position + ".member.";
            constraints
                    .notNull(element.string("AttributeName"), member + "attributeName")
                    .length(element.string("AttributeName"), 1, 255, member + "attributeName")
                    .notNull(element.string("KeyType"), member + "keyType")
                    .oneOf(element.string("KeyType"), member + "keyType", List.of("HASH", "RANGE"));
        }
    }

    static void throughput(Constraints constraints, Fields owner, String path) {
        var throughput = owner.struct("ProvisionedThroughput");
        if (throughput != null) {
            constraints
                    .notNull(throughput.number("ReadCapacityUnits"), path + ".readCapacityUnits")
                    .atLeast(throughput.number("ReadCapacityUnits"), 1, path + ".readCapacityUnits")
                    .notNull(throughput.number("WriteCapacityUnits"), path + ".writeCapacityUnits")
                    .atLeast(throughput.number("WriteCapacityUnits"), 1, path + ".writeCapacityUnits");
        }
    }

    private static void refuseUnsupported(Fields request) {
        var streams = request.struct("StreamSpecification");
        if (streams != null && streams.isTrue("StreamEnabled")) {
            throw unsupported("DynamoDB Streams (StreamSpecification)");
        }
        if (!TableRequest.listOf(request, "Tags").isEmpty()) {
            throw unsupported("Tags");
        }
        for (var parameter : List.of(
                "SSESpecification",
                "ResourcePolicy",
                "OnDemandThroughput",
                "WarmThroughput",
                "GlobalTableSettingsReplicationMode")) {
            if (request.has(parameter)) {
                throw unsupported(parameter);
            }
        }
    }

    static DynamoDbException unsupported(String what) {
        return DynamoDbException.validation(what + " is not supported by aws-local");
    }

    private static void billing(Fields request) {
        var onDemand = "PAY_PER_REQUEST".equals(request.string("BillingMode"));
        if (onDemand && request.has("ProvisionedThroughput")) {
            throw DynamoDbException.validation(
                    INVALID
                            + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }
        if (!onDemand && !request.has("ProvisionedThroughput")) {
            throw DynamoDbException.validation(
                    INVALID
                            + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }
    }

    private static void keys(Fields request) {
        var defined = TableRequest.listOf(request, "AttributeDefinitions").stream()
                .map(each -> each.string("AttributeName"))
                .toList();
        var used = new HashSet<String>();
        keys(request, defined, used);
        for (var kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            for (var index : TableRequest.listOf(request, kind)) {
                keys(index, defined, used);
            }
        }
        if (new HashSet<>(defined).size() < defined.size()) {
            throw DynamoDbException.validation(INVALID + "Duplicate AttributeName in AttributeDefinitions");
        }
        if (used.size() != defined.size()) {
            throw DynamoDbException.validation(
                    INVALID
                            + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
        }
    }

    private static void keys(Fields owner, List<String> defined, Set<String> used) {
        var schema = TableRequest.listOf(owner, "KeySchema");
        var names = schema.stream()
                .map(each -> Objects.requireNonNull(each.string("AttributeName")))
                .toList();
        if (!"HASH".equals(schema.getFirst().string("KeyType"))) {
            throw DynamoDbException.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        if (schema.size() == 2 && names.getFirst().equals(names.get(1))) {
            // Real DynamoDB says this of it, odd as it is.
            throw DynamoDbException.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        if (schema.size() == 2 && !"RANGE".equals(schema.get(1).string("KeyType"))) {
            throw DynamoDbException.validation(
                    "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        if (!defined.containsAll(names)) {
            throw DynamoDbException.validation(
                    INVALID + "Some index key attributes are not defined in AttributeDefinitions. Keys: " + names
                            + ", AttributeDefinitions: " + defined);
        }
        used.addAll(names);
    }

    private static void indexes(Fields request) {
        var names = new ArrayList<String>();
        for (var index : TableRequest.listOf(request, "LocalSecondaryIndexes")) {
            local(request, index);
            names.add(TableRequest.text(index, "IndexName"));
        }
        for (var index : TableRequest.listOf(request, "GlobalSecondaryIndexes")) {
            projection(index);
            names.add(TableRequest.text(index, "IndexName"));
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw DynamoDbException.validation(INVALID + "Duplicate index name: " + name);
            }
        }
    }

    private static void local(Fields request, Fields index) {
        var table = TableRequest.listOf(request, "KeySchema");
        if (table.size() < 2) {
            throw DynamoDbException.validation(
                    INVALID
                            + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
        }
        var schema = TableRequest.listOf(index, "KeySchema");
        var name = index.string("IndexName");
        if (schema.size() < 2) {
            throw DynamoDbException.validation(
                    INVALID + "Index KeySchema does not have a range key for index: " + name);
        }
        if (!Objects.equals(
                schema.getFirst().string("AttributeName"), table.getFirst().string("AttributeName"))) {
            throw DynamoDbException.validation(INVALID + "Index KeySchema does not have the same leading hash key as "
                    + "table KeySchema for index: " + name + ". index hash key: "
                    + schema.getFirst().string("AttributeName") + ", table hash key: "
                    + table.getFirst().string("AttributeName"));
        }
        projection(index);
    }

    private static void projection(Fields index) {
        var projection = index.struct("Projection");
        var type = projection == null ? null : projection.string("ProjectionType");
        if (projection == null || type == null) {
            throw DynamoDbException.validation(INVALID + "Unknown ProjectionType: null");
        }
        List<String> attributes = projection.list("NonKeyAttributes");
        if (type.equals("INCLUDE") && (attributes == null || attributes.isEmpty())) {
            throw DynamoDbException.validation(INVALID + "NonKeyAttributes must not be empty");
        }
        if (!type.equals("INCLUDE") && attributes != null) {
            throw DynamoDbException.validation(
                    INVALID + "ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
    }
}
