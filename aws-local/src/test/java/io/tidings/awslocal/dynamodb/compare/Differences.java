package io.tidings.awslocal.dynamodb.compare;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the reference is known to differ from DynamoDB; the README gives the reasons at length. */
final class Differences {
    /** What DynamoDB finds wrong in an expression's text, whatever the item is like. */
    private static final Pattern STATIC = Pattern.compile("Incorrect operand type for operator or function"
            + "|The BETWEEN operator requires"
            + "|The first operand must be distinct"
            + "|Invalid attribute type name found"
            + "|Two document paths conflict"
            + "|is not defined; attribute");

    private static final Pattern EMPTY_KEY = Pattern.compile("cannot contain an empty (string|binary) value");

    private static final Pattern NESTED = Pattern.compile(
            "may not be empty|contains duplicates"
                    + "|must have the value of true|Supplied AttributeValue|numeric value|Number (over|under)flow|38 significant");

    private Differences() {}

    static @Nullable String reason(String operation, String request, Normalised ours, Normalised reference) {
        var refusedByUs = ours.type().equals("ValidationException");
        if (refusedByUs && STATIC.matcher(ours.message()).find()) {
            return "the reference looks at operands only when it comes to them";
        }
        if (operation.equals("Query")
                && refusedByUs
                && EMPTY_KEY.matcher(ours.message()).find()) {
            return "the reference lets an index be queried by an empty key";
        }
        if (operation.equals("UpdateItem")
                && !ours.body().has("Attributes")
                && ours.without("Attributes").sameAs(reference.without("Attributes"))) {
            return "the reference returns the key of an item that was not there as its old attributes";
        }
        if (operation.equals("TransactGetItems") && ours.withoutKeys().sameAs(reference.withoutKeys())) {
            return "within a transaction, the reference adds the key to a projection";
        }
        if (refusedByUs && NESTED.matcher(ours.message()).find()) {
            return "the reference does not look into lists and maps for values that are none";
        }
        if (operation.equals("UpdateItem")
                && !request.contains("\"UpdateExpression\"")
                && ours.message().contains("unused in expressions")) {
            return "the reference lets an update without an expression have unused values";
        }
        if (isLocal(request) && ours.without("ConsumedCapacity").sameAs(reference.without("ConsumedCapacity"))) {
            return "the reference charges reads of a local index to the table, also where there is no item";
        }
        if (operation.equals("UpdateItem")
                && request.contains("\"UPDATED_")
                && request.contains("[")
                && ours.without("Attributes").sameAs(reference.without("Attributes"))) {
            return "the reference returns a whole list where one of its elements was updated";
        }
        if (operation.equals("TransactWriteItems")
                && ours.type().equals("ValidationException")
                && reference.type().equals("IdempotentParameterMismatchException")) {
            return "the reference looks at a repeated token before it looks at expressions";
        }
        if (request.contains("no-such-table") && ours.status() == 400 && reference.status() == 400) {
            return "of a missing table and another mistake, the reference names the other";
        }
        if (operation.equals("TransactWriteItems")
                && ours.type().equals("TransactionCanceledException")
                && reference.message().contains("multiple operations on one item")) {
            return "of a key that is none and the same item twice, the reference names the latter";
        }
        return null;
    }

    private static boolean isLocal(String request) {
        return request.contains("\"IndexName\":\"local\"");
    }
}
