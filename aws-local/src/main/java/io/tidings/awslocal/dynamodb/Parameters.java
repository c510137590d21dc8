package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Placeholders;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules for parameters that several operations share. */
final class Parameters {
    static final List<String> CAPACITY = List.of("INDEXES", "TOTAL", "NONE");
    static final List<String> METRICS = List.of("SIZE", "NONE");
    static final List<String> RETURN_VALUES = List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

    private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
    private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

    private Parameters() {}

    static Constraints capacity(Constraints constraints, Fields request) {
        return constraints.oneOf(request.string("ReturnConsumedCapacity"), "returnConsumedCapacity", CAPACITY);
    }

    /** The parameters from before expressions: refused, and first of all where they are mixed with expressions. */
    static void refuseLegacy(Fields request, List<String> legacy, List<String> expressions) {
        var old = legacy.stream().filter(request::has).collect(Collectors.joining(", "));
        if (old.isEmpty()) {
            return;
        }
        var modern = expressions.stream().filter(request::has).collect(Collectors.joining(", "));
        if (!modern.isEmpty()) {
            throw DynamoDbException.validation("Can not use both expression and non-expression parameters in the same "
                    + "request: Non-expression parameters: {" + old + "} Expression parameters: {" + modern + "}");
        }
        throw DynamoDbException.validation(
                "The legacy parameters {" + old + "} are not supported by aws-local: use expressions");
    }

    /** {@code expressions} are the parameters that may use placeholders. */
    static Placeholders placeholders(Fields request, List<String> expressions) {
        Map<String, String> names = request.map("ExpressionAttributeNames");
        var values = request.attributes("ExpressionAttributeValues");
        var without = expressions.stream().noneMatch(request::has);
        if (names != null) {
            names(names, without);
        }
        if (values != null) {
            values(values, without, expressions);
        }
        return new Placeholders(names, values);
    }

    private static void names(Map<String, String> names, boolean without) {
        if (without) {
            throw DynamoDbException.validation("ExpressionAttributeNames can only be specified when using expressions");
        }
        if (names.isEmpty()) {
            throw DynamoDbException.validation("ExpressionAttributeNames must not be empty");
        }
        names.forEach((key, name) -> {
            if (!NAME.matcher(key).matches()) {
                throw DynamoDbException.validation(
                        "ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        });
    }

    private static void values(Value.MapOf values, boolean without, List<String> expressions) {
        if (without) {
            throw DynamoDbException.validation(
                    "ExpressionAttributeValues can only be specified when using expressions: "
                            + String.join(" and ", expressions) + (expressions.size() == 1 ? " is null" : " are null"));
        }
        if (values.attributes().isEmpty()) {
            throw DynamoDbException.validation("ExpressionAttributeValues must not be empty");
        }
        values.attributes().forEach((key, value) -> {
            if (!VALUE.matcher(key).matches()) {
                throw DynamoDbException.validation(
                        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + key + "\"");
            }
            try {
                KeyRules.refuseMalformed(new Value.MapOf(Map.of(key, value)));
            } catch (DynamoDbException e) {
                throw DynamoDbException.validation(
                        "ExpressionAttributeValues contains invalid value: " + e.message() + " for key " + key);
            }
        });
    }
}
