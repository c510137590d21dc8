package io.tidings.awslocal.dynamodb.table;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;

/** UpdateTable: billing, throughput and deletion protection. */
public final class TableUpdate {
    private static final List<String> UNSUPPORTED = List.of(
            "GlobalSecondaryIndexUpdates",
            "StreamSpecification",
            "SSESpecification",
            "ReplicaUpdates",
            "TableClass",
            "OnDemandThroughput",
            "WarmThroughput",
            "MultiRegionConsistency",
            "GlobalTableWitnessUpdates",
            "GlobalTableSettingsReplicationMode");

    private TableUpdate() {}

    public static void check(Fields request) {
        TableName.of(request);
        var constraints = new Constraints()
                .oneOf(request.string("BillingMode"), "billingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"));
        TableValidation.throughput(constraints, request, "provisionedThroughput");
        constraints.check();
        for (var parameter : UNSUPPORTED) {
            if (request.has(parameter)) {
                throw TableValidation.unsupported("UpdateTable with " + parameter);
            }
        }
        var onDemand = "PAY_PER_REQUEST".equals(request.string("BillingMode"));
        if (onDemand && request.has("ProvisionedThroughput")) {
            throw DynamoDbException.validation(
                    "One or more parameter values were invalid: Neither ReadCapacityUnits nor "
                            + "WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }
        if (!request.has("BillingMode")
                && !request.has("ProvisionedThroughput")
                && !request.has("DeletionProtectionEnabled")) {
            throw DynamoDbException.validation(
                    "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                            + "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
    }

    public static TableDefinition apply(Fields request, TableDefinition table) {
        var changed = table;
        var mode = request.string("BillingMode");
        if ("PAY_PER_REQUEST".equals(mode)) {
            changed = changed.withBilling(true, Throughput.NONE);
        } else if (request.has("ProvisionedThroughput")) {
            changed = provisioned(request, changed);
        } else if ("PROVISIONED".equals(mode) && table.onDemand()) {
            throw DynamoDbException.validation(
                    "One or more parameter values were invalid: ProvisionedThroughput must be "
                            + "specified when BillingMode is PROVISIONED");
        }
        if (request.has("DeletionProtectionEnabled")) {
            changed = changed.withDeletionProtection(request.isTrue("DeletionProtectionEnabled"));
        }
        return changed;
    }

    private static TableDefinition provisioned(Fields request, TableDefinition table) {
        var wanted = TableRequest.throughput(request);
        if (table.onDemand() && !"PROVISIONED".equals(request.string("BillingMode"))) {
            throw DynamoDbException.validation(
                    "One or more parameter values were invalid: Neither ReadCapacityUnits nor "
                            + "WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }
        if (!table.onDemand() && wanted.equals(table.throughput())) {
            throw DynamoDbException.validation(
                    "The provisioned throughput for the table will not change. "
                            + "The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: "
                            + wanted.read() + ". Requested ReadCapacityUnits: " + wanted.read()
                            + ". Current WriteCapacityUnits provisioned for the table: " + wanted.write()
                            + ". Requested WriteCapacityUnits: " + wanted.write()
                            + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
        }
        return table.withBilling(false, wanted);
    }
}
