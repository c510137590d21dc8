package io.tidings.awslocal.sqs;

import io.tidings.awslocal.wire.Refusal;
import java.util.Map;

/** SQS's refusals, and their older names, which clients of the JSON protocol are told as well. */
final class SqsErrors {
    private static final Map<String, String> QUERY_NAMES = Map.ofEntries(
            Map.entry("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"),
            Map.entry("QueueNameExists", "QueueAlreadyExists"),
            Map.entry("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"),
            Map.entry("TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"),
            Map.entry("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"),
            Map.entry("BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong"),
            Map.entry("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId"),
            Map.entry("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight"),
            Map.entry("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation"));

    private SqsErrors() {}

    static String queryName(String code) {
        return QUERY_NAMES.getOrDefault(code, code);
    }

    static Refusal of(String code, String text) {
        return new Refusal(400, code, text);
    }

    static Refusal noQueue() {
        return of("QueueDoesNotExist", "The specified queue does not exist.");
    }

    static Refusal missing(String parameter) {
        return of("MissingParameter", "The request must contain the parameter " + parameter + ".");
    }

    static Refusal invalid(String parameter, String value, String reason) {
        return of(
                "InvalidParameterValue",
                "Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason);
    }

    static Refusal receiptInvalid(String handle) {
        return of(
                "ReceiptHandleIsInvalid", "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    static Refusal unsupported(String what) {
        return of("UnsupportedOperation", "This emulator of SQS does not support " + what + ".");
    }
}
