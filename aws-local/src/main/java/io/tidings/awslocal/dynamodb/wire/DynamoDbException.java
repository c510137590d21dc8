package io.tidings.awslocal.dynamodb.wire;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer other than success, in DynamoDB's words. Expected and frequent, so it carries no stack trace. */
public final class DynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient @Nullable Consumer<JsonWriter> details;

    private DynamoDbException(String type, String message, @Nullable Consumer<JsonWriter> details) {
        super(message, null, false, false);
        this.type = type;
        this.details = details;
    }

    public static DynamoDbException validation(String message) {
        return new DynamoDbException("ValidationException", message, null);
    }

    /** The request is no JSON of the expected shape. */
    public static DynamoDbException serialization(String message) {
        return new DynamoDbException("SerializationException", message, null);
    }

    public static DynamoDbException of(String type, String message) {
        return new DynamoDbException(type, message, null);
    }

    /** {@code details} writes the error's further fields. */
    public static DynamoDbException of(String type, String message, Consumer<JsonWriter> details) {
        return new DynamoDbException(type, message, details);
    }

    public static DynamoDbException tableNotFound() {
        return of("ResourceNotFoundException", "Requested resource not found");
    }

    public static DynamoDbException conditionFailed() {
        return of("ConditionalCheckFailedException", "The conditional request failed");
    }

    public String type() {
        return type;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public Answer answer() {
        var json = new JsonWriter();
        var serviceWide = switch (type) {
            case "ValidationException", "SerializationException", "UnknownOperationException", "ThrottlingException" ->
                "com.amazon.coral.service#";
            default -> "com.amazonaws.dynamodb.v20120810#";
        };
        json.beginObject().name("__type").string(validationPrefix(serviceWide) + type);
        // The SDKs read either spelling; DynamoDB writes "Message" in this one error only.
        json.name(
                        type.equals("TransactionCanceledException") || type.equals("SerializationException")
                                ? "Message"
                                : "message")
                .string(message());
        if (details != null) {
            details.accept(json);
        }
        return new Answer(
                type.equals("InternalServerError") ? 500 : 400, json.endObject().bytes());
    }

    private String validationPrefix(String otherwise) {
        return type.equals("ValidationException") ? "com.amazon.coral.validate#" : otherwise;
    }
}
