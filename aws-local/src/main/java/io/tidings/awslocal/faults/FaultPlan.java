package io.tidings.awslocal.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is set to go wrong.
 *
 * @param redeliver share of received SQS messages that become visible again at once, whatever their visibility timeout
 * @param duplicateMessages share of received SQS messages that are put into their queue a second time
 * @param duplicateNotifications share of SNS's deliveries that happen twice
 * @param throttleItems share of DynamoDB requests answered with ProvisionedThroughputExceededException
 * @param conflictTransactions share of DynamoDB transactions cancelled with TransactionConflict
 */
public record FaultPlan(
        List<Rule> rules,
        double redeliver,
        double duplicateMessages,
        double duplicateNotifications,
        double throttleItems,
        double conflictTransactions) {

    public static final FaultPlan NONE = new FaultPlan(List.of(), 0, 0, 0, 0, 0);

    public FaultPlan {
        rules = List.copyOf(rules);
    }

    FaultPlan and(Rule rule) {
        var more = new ArrayList<>(rules);
        more.add(rule);
        return new FaultPlan(
                more, redeliver, duplicateMessages, duplicateNotifications, throttleItems, conflictTransactions);
    }
}
