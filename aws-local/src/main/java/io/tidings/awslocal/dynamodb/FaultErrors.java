package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a fault looks like to the client, which depends on what it asked for. */
final class FaultErrors {
    static final String THROTTLED = "The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API.";

    private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem");
    private static final Set<String> TRANSACTIONS = Set.of("TransactWriteItems", "TransactGetItems");

    private FaultErrors() {}

    static void raise(DynamoDbFaults.Fault fault, String operation, Fields request) {
        switch (fault) {
            case DynamoDbFaults.None ignored -> {}
            case DynamoDbFaults.Delay ignored -> {}
            case DynamoDbFaults.ServerError ignored ->
                throw DynamoDbException.of("InternalServerError", "Internal server error");
            case DynamoDbFaults.Throttle ignored -> {
                if (TRANSACTIONS.contains(operation)) {
                    throw cancelled(request, "ThrottlingError", THROTTLED);
                }
                throw throttled();
            }
            case DynamoDbFaults.TransactionConflict ignored -> conflict(operation, request);
        }
    }

    static DynamoDbException throttled() {
        return DynamoDbException.of("ProvisionedThroughputExceededException", THROTTLED);
    }

    private static void conflict(String operation, Fields request) {
        if (TRANSACTIONS.contains(operation)) {
            throw cancelled(request, "TransactionConflict", "Transaction is ongoing for the item");
        }
        if (WRITES.contains(operation)) {
            throw DynamoDbException.of("TransactionConflictException", "Transaction is ongoing for the item");
        }
    }

    /** The first action is the one in trouble. */
    private static DynamoDbException cancelled(Fields request, String code, String message) {
        var items = request.values().get("TransactItems") instanceof List<?> list ? list.size() : 1;
        var reasons = Stream.concat(
                        Stream.of(new Errors.Reason(code, message, null)),
                        Stream.generate(() -> Errors.Reason.NONE).limit(Math.max(0, items - 1)))
                .toList();
        return Errors.cancelled(reasons);
    }
}
