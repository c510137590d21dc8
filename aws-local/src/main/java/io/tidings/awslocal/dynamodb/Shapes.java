package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Shape;
import io.tidings.awslocal.dynamodb.table.TableRequest;

/** What each operation's request looks like. */
final class Shapes {
    private static final Shape NAMES = Shape.map(Shape.STRING);

    static final Shape PUT = Shape.struct(
            "TableName", Shape.STRING,
            "Item", Shape.ATTRIBUTES,
            "Expected", Shape.ANY,
            "ConditionalOperator", Shape.ANY,
            "ReturnValues", Shape.STRING,
            "ReturnConsumedCapacity", Shape.STRING,
            "ReturnItemCollectionMetrics", Shape.STRING,
            "ReturnValuesOnConditionCheckFailure", Shape.STRING,
            "ConditionExpression", Shape.STRING,
            "ExpressionAttributeNames", NAMES,
            "ExpressionAttributeValues", Shape.ATTRIBUTES);

    static final Shape KEYED_WRITE = Shape.struct(
            "TableName", Shape.STRING,
            "Key", Shape.ATTRIBUTES,
            "Expected", Shape.ANY,
            "AttributeUpdates", Shape.ANY,
            "ConditionalOperator", Shape.ANY,
            "ReturnValues", Shape.STRING,
            "ReturnConsumedCapacity", Shape.STRING,
            "ReturnItemCollectionMetrics", Shape.STRING,
            "ReturnValuesOnConditionCheckFailure", Shape.STRING,
            "UpdateExpression", Shape.STRING,
            "ConditionExpression", Shape.STRING,
            "ExpressionAttributeNames", NAMES,
            "ExpressionAttributeValues", Shape.ATTRIBUTES);

    static final Shape GET = Shape.struct(
            "TableName", Shape.STRING,
            "Key", Shape.ATTRIBUTES,
            "AttributesToGet", Shape.ANY,
            "ConsistentRead", Shape.BOOLEAN,
            "ReturnConsumedCapacity", Shape.STRING,
            "ProjectionExpression", Shape.STRING,
            "ExpressionAttributeNames", NAMES);

    static final Shape READ_PAGE = Shape.struct(
            "TableName", Shape.STRING,
            "IndexName", Shape.STRING,
            "Select", Shape.STRING,
            "Limit", Shape.INTEGER,
            "ConsistentRead", Shape.BOOLEAN,
            "ScanIndexForward", Shape.BOOLEAN,
            "ExclusiveStartKey", Shape.ATTRIBUTES,
            "ReturnConsumedCapacity", Shape.STRING,
            "Segment", Shape.INTEGER,
            "TotalSegments", Shape.INTEGER,
            "KeyConditionExpression", Shape.STRING,
            "FilterExpression", Shape.STRING,
            "ProjectionExpression", Shape.STRING,
            "ExpressionAttributeNames", NAMES,
            "ExpressionAttributeValues", Shape.ATTRIBUTES,
            "AttributesToGet", Shape.ANY,
            "KeyConditions", Shape.ANY,
            "QueryFilter", Shape.ANY,
            "ScanFilter", Shape.ANY,
            "ConditionalOperator", Shape.ANY);

    static final Shape BATCH_GET = Shape.struct(
            "RequestItems",
            Shape.map(Shape.struct(
                    "Keys", Shape.list(Shape.ATTRIBUTES),
                    "AttributesToGet", Shape.ANY,
                    "ConsistentRead", Shape.BOOLEAN,
                    "ProjectionExpression", Shape.STRING,
                    "ExpressionAttributeNames", NAMES)),
            "ReturnConsumedCapacity",
            Shape.STRING);

    static final Shape BATCH_WRITE = Shape.struct(
            "RequestItems",
            Shape.map(Shape.list(Shape.struct(
                    "PutRequest", Shape.struct("Item", Shape.ATTRIBUTES),
                    "DeleteRequest", Shape.struct("Key", Shape.ATTRIBUTES)))),
            "ReturnConsumedCapacity",
            Shape.STRING,
            "ReturnItemCollectionMetrics",
            Shape.STRING);

    static final Shape TRANSACT_WRITE = Shape.struct(
            "TransactItems",
            Shape.list(Shape.struct(
                    "Put", PUT, "Update", KEYED_WRITE, "Delete", KEYED_WRITE, "ConditionCheck", KEYED_WRITE)),
            "ReturnConsumedCapacity",
            Shape.STRING,
            "ReturnItemCollectionMetrics",
            Shape.STRING,
            "ClientRequestToken",
            Shape.STRING);

    static final Shape TRANSACT_GET =
            Shape.struct("TransactItems", Shape.list(Shape.struct("Get", GET)), "ReturnConsumedCapacity", Shape.STRING);

    static final Shape CREATE_TABLE = TableRequest.SHAPE;

    static final Shape TABLE = Shape.struct("TableName", Shape.STRING);

    static final Shape LIST_TABLES = Shape.struct("ExclusiveStartTableName", Shape.STRING, "Limit", Shape.INTEGER);

    static final Shape UPDATE_TABLE = Shape.struct(
            "TableName", Shape.STRING,
            "BillingMode", Shape.STRING,
            "ProvisionedThroughput", Shape.struct("ReadCapacityUnits", Shape.LONG, "WriteCapacityUnits", Shape.LONG),
            "DeletionProtectionEnabled", Shape.BOOLEAN,
            "AttributeDefinitions", Shape.ANY,
            "GlobalSecondaryIndexUpdates", Shape.list(Shape.ANY),
            "StreamSpecification", Shape.ANY,
            "SSESpecification", Shape.ANY,
            "ReplicaUpdates", Shape.ANY,
            "TableClass", Shape.ANY,
            "OnDemandThroughput", Shape.ANY,
            "WarmThroughput", Shape.ANY,
            "MultiRegionConsistency", Shape.ANY,
            "GlobalTableWitnessUpdates", Shape.ANY,
            "GlobalTableSettingsReplicationMode", Shape.ANY);

    static final Shape TIME_TO_LIVE = Shape.struct(
            "TableName",
            Shape.STRING,
            "TimeToLiveSpecification",
            Shape.struct("Enabled", Shape.BOOLEAN, "AttributeName", Shape.STRING));

    private Shapes() {}
}
