package io.tidings.awslocal.dynamodb;

import java.time.Duration;

/** Decides what goes wrong on purpose. Asked once a request, before anything is done; from several threads. */
@FunctionalInterface
public interface DynamoDbFaults {
    DynamoDbFaults NONE = (operation, table) -> Fault.NONE;

    /** {@code table} is the request's first; empty if it has none. */
    Fault next(String operation, String table);

    /** What happens to a request. */
    sealed interface Fault {
        Fault NONE = new None();
        Fault THROTTLE = new Throttle();
        Fault TRANSACTION_CONFLICT = new TransactionConflict();
        Fault INTERNAL_ERROR = new ServerError();

        static Fault delay(Duration delay) {
            return new Delay(delay);
        }
    }

    record None() implements Fault {}

    /** ProvisionedThroughputExceededException; nothing is done. */
    record Throttle() implements Fault {}

    /** As if another transaction held the item; nothing is done. Only writes and transactions know it. */
    record TransactionConflict() implements Fault {}

    /** Status 500; nothing is done. */
    record ServerError() implements Fault {}

    /** Done at once and answered later. */
    record Delay(Duration delay) implements Fault {}
}
