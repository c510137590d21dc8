package io.tidings.awslocal.sns;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Refusal;
import java.util.Set;

/** Refuses a filter policy that uses what is not understood here, rather than filter wrongly. */
final class FilterSyntax {
    private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

    private FilterSyntax() {}

    static void check(JsonNode policy) {
        for (var entry : policy.properties()) {
            if (entry.getKey().equals("$or")) {
                throw invalid("$or is not supported by this emulator");
            }
            var conditions = entry.getValue();
            if (conditions.isObject()) {
                check(conditions);
            } else if (conditions.isArray()) {
                conditions.forEach(FilterSyntax::checkCondition);
            } else {
                throw invalid("\"" + entry.getKey() + "\" must be an object or an array");
            }
        }
    }

    static Refusal invalid(String why) {
        return new Refusal(400, "InvalidParameter", "Invalid parameter: FilterPolicy: " + why);
    }

    private static void checkCondition(JsonNode condition) {
        if (condition.isArray()) {
            throw invalid("Match value must be String, number, true, false, or null");
        }
        if (!condition.isObject()) {
            return;
        }
        if (condition.size() != 1) {
            throw invalid("Only one key allowed in match expression");
        }
        var operator = condition.fields().next();
        var operand = operator.getValue();
        switch (operator.getKey()) {
            case "exists" -> require(operand.isBoolean(), "exists match pattern must be either true or false.");
            case "prefix", "suffix", "equals-ignore-case" ->
                require(operand.isTextual(), operator.getKey() + " match pattern must be a string");
            case "anything-but" -> {
                if (operand.isObject()) {
                    checkCondition(operand);
                } else {
                    require(operand.isArray() && !operand.isEmpty(), "anything-but needs values");
                }
            }
            case "numeric" -> checkRange(operand);
            default -> throw invalid("Unrecognized match type " + operator.getKey());
        }
    }

    private static void checkRange(JsonNode bounds) {
        require(bounds.isArray() && !bounds.isEmpty() && bounds.size() % 2 == 0, "Value of numeric must be an array.");
        for (var i = 0; i < bounds.size(); i += 2) {
            require(COMPARISONS.contains(bounds.get(i).asText()), "Unrecognized numeric range operator");
            require(bounds.get(i + 1).isNumber(), "Value of numeric comparison must be a number");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw invalid(otherwise);
        }
    }
}
