package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.Shape;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operation: what its request looks like, and what it does. */
record Operation(Shape shape, Body body) {
    interface Body {
        Answer run(Fields request);
    }

    /** What DynamoDB does and this does not. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "BatchExecuteStatement",
            "CreateBackup",
            "CreateGlobalTable",
            "DeleteBackup",
            "DeleteResourcePolicy",
            "DescribeBackup",
            "DescribeContinuousBackups",
            "DescribeContributorInsights",
            "DescribeEndpoints",
            "DescribeExport",
            "DescribeGlobalTable",
            "DescribeGlobalTableSettings",
            "DescribeImport",
            "DescribeKinesisStreamingDestination",
            "DescribeLimits",
            "DescribeTableReplicaAutoScaling",
            "DisableKinesisStreamingDestination",
            "EnableKinesisStreamingDestination",
            "ExecuteStatement",
            "ExecuteTransaction",
            "ExportTableToPointInTime",
            "GetResourcePolicy",
            "ImportTable",
            "ListBackups",
            "ListContributorInsights",
            "ListExports",
            "ListGlobalTables",
            "ListImports",
            "ListTagsOfResource",
            "PutResourcePolicy",
            "RestoreTableFromBackup",
            "RestoreTableToPointInTime",
            "TagResource",
            "UntagResource",
            "UpdateContinuousBackups",
            "UpdateContributorInsights",
            "UpdateGlobalTable",
            "UpdateGlobalTableSettings",
            "UpdateKinesisStreamingDestination",
            "UpdateTableReplicaAutoScaling");

    static Map<String, Operation> all(
            Tables tables, WriteLock writes, PartitionLimits limits, Tokens tokens, InstantSource clock) {
        var single = new SingleWrites(tables, writes);
        var definitions = new TableOperations(tables, writes, clock);
        return Map.ofEntries(
                Map.entry("PutItem", new Operation(Shapes.PUT, single::put)),
                Map.entry("UpdateItem", new Operation(Shapes.KEYED_WRITE, single::update)),
                Map.entry("DeleteItem", new Operation(Shapes.KEYED_WRITE, single::delete)),
                Map.entry("GetItem", new Operation(Shapes.GET, new Reads(tables, limits)::get)),
                Map.entry("Query", new Operation(Shapes.READ_PAGE, new Query(tables, limits)::query)),
                Map.entry("Scan", new Operation(Shapes.READ_PAGE, new Scan(tables, limits)::scan)),
                Map.entry("BatchGetItem", new Operation(Shapes.BATCH_GET, new BatchGet(tables, limits)::get)),
                Map.entry(
                        "BatchWriteItem",
                        new Operation(Shapes.BATCH_WRITE, new BatchWrite(tables, writes, limits)::write)),
                Map.entry(
                        "TransactWriteItems",
                        new Operation(Shapes.TRANSACT_WRITE, new Transactions(tables, writes, tokens)::write)),
                Map.entry(
                        "TransactGetItems",
                        new Operation(Shapes.TRANSACT_GET, new TransactGet(tables, writes, limits)::get)),
                Map.entry("CreateTable", new Operation(Shapes.CREATE_TABLE, definitions::create)),
                Map.entry("DescribeTable", new Operation(Shapes.TABLE, definitions::describe)),
                Map.entry("DeleteTable", new Operation(Shapes.TABLE, definitions::delete)),
                Map.entry("UpdateTable", new Operation(Shapes.UPDATE_TABLE, definitions::update)),
                Map.entry("ListTables", new Operation(Shapes.LIST_TABLES, definitions::list)),
                Map.entry("UpdateTimeToLive", new Operation(Shapes.TIME_TO_LIVE, definitions::updateTimeToLive)),
                Map.entry("DescribeTimeToLive", new Operation(Shapes.TABLE, definitions::describeTimeToLive)));
    }

    static DynamoDbException unknown(String name) {
        return UNSUPPORTED.contains(name)
                ? DynamoDbException.validation(name + " is not supported by aws-local")
                : DynamoDbException.of("UnknownOperationException", "");
    }

    /** The table a request names first; empty if it names none. */
    static String firstTable(Fields request) {
        if (request.values().get("TableName") instanceof String name) {
            return name;
        }
        if (request.values().get("RequestItems") instanceof Map<?, ?> items && !items.isEmpty()) {
            return String.valueOf(items.keySet().iterator().next());
        }
        if (request.values().get("TransactItems") instanceof List<?> items
                && !items.isEmpty()
                && items.getFirst() instanceof Fields(var verbs)
                && !verbs.isEmpty()
                && verbs.values().iterator().next() instanceof Fields(var action)
                && action.get("TableName") instanceof String name) {
            return name;
        }
        return "";
    }
}
