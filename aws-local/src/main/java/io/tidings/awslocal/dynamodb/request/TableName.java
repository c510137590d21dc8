package io.tidings.awslocal.dynamodb.request;

import io.tidings.awslocal.dynamodb.wire.DynamoDbException;

/** A request's table name, which is looked at before anything else. */
public final class TableName {
    private static final String PATTERN = "[a-zA-Z0-9_.-]+";
    private static final String ARN = "arn:aws:dynamodb:";

    private TableName() {}

    /** Where an existing table is named. An ARN does as well. */
    public static String of(Fields request) {
        var name = request.string("TableName");
        new Constraints()
                .notNull(name, "tableName")
                .length(name, 1, 1024, "tableName")
                .check();
        if (name != null && name.startsWith(ARN)) {
            return name.substring(name.lastIndexOf('/') + 1);
        }
        new Constraints()
                .length(name, 1, 255, "tableName")
                .pattern(name, "tableName", PATTERN)
                .check();
        return String.valueOf(name);
    }

    /** Where a table gets its name. */
    public static String ofNew(Fields request) {
        var name = request.string("TableName");
        if (name == null) {
            throw DynamoDbException.validation(
                    "The parameter 'TableName' is required but was not present in the request");
        }
        new Constraints()
                .length(name, 3, 255, "tableName")
                .pattern(name, "tableName", PATTERN)
                .check();
        return name;
    }
}
