package io.tidings.awslocal;

import io.tidings.awslocal.dynamodb.DynamoDbFaults;
import io.tidings.awslocal.faults.Faults;
import java.util.Set;

/** Throttles DynamoDB and makes its transactions conflict, as often as `/_faults` asks. */
final class DynamoDbDisorder implements DynamoDbFaults {
    /** What an application does all day; throttling the making of tables would only break its start. */
    private static final Set<String> ON_ITEMS = Set.of(
            "GetItem",
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "Query",
            "Scan",
            "BatchGetItem",
            "BatchWriteItem",
            "TransactGetItems",
            "TransactWriteItems");

    private final Faults faults;

    DynamoDbDisorder(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Fault next(String operation, String table) {
        if (!ON_ITEMS.contains(operation)) {
            return Fault.NONE;
        }
        if (operation.startsWith("Transact") && faults.conflictsTransaction()) {
            return Fault.TRANSACTION_CONFLICT;
        }
        return faults.throttlesItems() ? Fault.THROTTLE : Fault.NONE;
    }
}
