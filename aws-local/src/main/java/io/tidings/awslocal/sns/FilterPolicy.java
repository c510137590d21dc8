package io.tidings.awslocal.sns;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.sqs.Attribute;
import io.tidings.awslocal.wire.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** SNS's filter language: every key must match one of its conditions. */
final class FilterPolicy {
    private FilterPolicy() {}

    /** The policy, or a refusal that says what is wrong with it. */
    static JsonNode parse(String text) {
        var policy = Json.parse(text);
        if (policy == null || !policy.isObject()) {
            throw FilterSyntax.invalid("failed to parse JSON");
        }
        FilterSyntax.check(policy);
        return policy;
    }

    static boolean admits(Subscription subscription, Publication publication) {
        var text = subscription.attributes().get("FilterPolicy");
        if (text == null) {
            return true;
        }
        var policy = parse(text);
        if ("MessageBody".equals(subscription.attributes().get("FilterPolicyScope"))) {
            var body = Json.parse(publication.message());
            return body != null && body.isObject() && matchesBody(policy, body);
        }
        return matchesAttributes(policy, publication.attributes());
    }

    private static boolean matchesAttributes(JsonNode policy, Map<String, Attribute> attributes) {
        return all(policy, (key, conditions) -> {
            var attribute = attributes.get(key);
            return matches(conditions, attribute == null ? null : value(attribute));
        });
    }

    private static JsonNode value(Attribute attribute) {
        var type = attribute.type();
        if (type.startsWith("Number") || type.equals("String.Array")) {
            var parsed = Json.parse(attribute.value());
            if (parsed != null) {
                return parsed;
            }
        }
        return Json.MAPPER.getNodeFactory().textNode(attribute.value());
    }

    private static boolean matchesBody(JsonNode policy, JsonNode body) {
        return all(policy, (key, conditions) -> {
            var value = body.get(key);
            if (conditions.isArray()) {
                return matches(conditions, value);
            }
            if (value != null && value.isArray()) {
                return any(value, item -> item.isObject() && matchesBody(conditions, item));
            }
            return value != null && value.isObject() && matchesBody(conditions, value);
        });
    }

    private static boolean matches(JsonNode conditions, @Nullable JsonNode value) {
        return any(conditions, condition -> {
            if (condition.has("exists")) {
                return condition.get("exists").asBoolean() == (value != null);
            }
            if (value == null) {
                return false;
            }
            return value.isArray() ? any(value, item -> holds(condition, item)) : holds(condition, value);
        });
    }

    private static boolean holds(JsonNode condition, JsonNode value) {
        if (!condition.isObject()) {
            return same(condition, value);
        }
        var operator = condition.fields().next();
        var operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> value.isTextual() && value.asText().startsWith(operand.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(operand.asText());
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(operand.asText());
            case "anything-but" -> !anythingBut(operand, value);
            case "numeric" -> value.isNumber() && inRange(operand, value.decimalValue());
            default -> false;
        };
    }

    private static boolean anythingBut(JsonNode operand, JsonNode value) {
        return operand.isArray() ? any(operand, item -> same(item, value)) : holds(operand, value);
    }

    private static boolean inRange(JsonNode bounds, BigDecimal value) {
        for (var i = 0; i + 1 < bounds.size(); i += 2) {
            var order = value.compareTo(bounds.get(i + 1).decimalValue());
            var within = switch (bounds.get(i).asText()) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
            if (!within) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode condition, JsonNode value) {
        return condition.isNumber() && value.isNumber()
                ? condition.decimalValue().compareTo(value.decimalValue()) == 0
                : condition.equals(value);
    }

    private interface Entry {
        boolean holds(String key, JsonNode conditions);
    }

    private static boolean all(JsonNode policy, Entry test) {
        for (var entry : policy.properties()) {
            if (!test.holds(entry.getKey(), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(JsonNode array, Predicate<JsonNode> test) {
        for (var item : array) {
            if (test.test(item)) {
                return true;
            }
        }
        return false;
    }
}
