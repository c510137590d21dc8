package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Order;
import io.tidings.awslocal.dynamodb.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether an item meets a condition. What is missing or of another type is unequal to everything and in no order. */
public final class Evaluation {
    private final Value.MapOf item;

    private Evaluation(Value.MapOf item) {
        this.item = item;
    }

    public static boolean holds(Condition condition, Value.MapOf item) {
        return new Evaluation(item).holds(condition);
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.And(var left, var right) -> holds(left) && holds(right);
            case Condition.Or(var left, var right) -> holds(left) || holds(right);
            case Condition.Not(var inner) -> !holds(inner);
            case Condition.Compare(var left, var operator, var right) -> compare(value(left), operator, value(right));
            case Condition.Between(var operand, var low, var high) -> {
                var value = value(operand);
                yield compare(value, ">=", value(low)) && compare(value, "<=", value(high));
            }
            case Condition.In(var operand, var candidates) -> {
                var value = value(operand);
                yield value != null && candidates.stream().anyMatch(candidate -> value.equals(value(candidate)));
            }
            case Condition.Exists(var path) -> Documents.get(item, path) != null;
            case Condition.NotExists(var path) -> Documents.get(item, path) == null;
            case Condition.TypeIs(var path, var type) -> {
                var value = Documents.get(item, path);
                yield value != null && value.type().equals(type);
            }
            case Condition.BeginsWith(var operand, var prefix) -> beginsWith(value(operand), value(prefix));
            case Condition.Contains(var container, var element) -> contains(value(container), value(element));
        };
    }

    private @Nullable Value value(Operand operand) {
        return switch (operand) {
            case Operand.Constant(var value) -> value;
            case Operand.At(var path) -> Documents.get(item, path);
            case Operand.SizeOf(var inner) -> size(value(inner));
            default -> throw new IllegalStateException("Not an operand of conditions: " + operand);
        };
    }

    private static @Nullable Value size(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text(var text) -> number(text.length());
            case Value.Bytes(var bytes) -> number(bytes.length);
            case Value.ListOf(var items) -> number(items.size());
            case Value.MapOf(var attributes) -> number(attributes.size());
            case Value.SetOf set -> number(set.elements().size());
            default -> null;
        };
    }

    private static Value number(int value) {
        return new Value.Num(Integer.toString(value));
    }

    private static boolean compare(@Nullable Value left, String operator, @Nullable Value right) {
        if (operator.equals("<>")) {
            return left == null || right == null || !left.equals(right);
        }
        if (left == null || right == null) {
            return false;
        }
        if (operator.equals("=")) {
            return left.equals(right);
        }
        var order = Order.compare(left, right);
        if (order.isEmpty()) {
            return false;
        }
        return switch (operator) {
            case "<" -> order.getAsInt() < 0;
            case "<=" -> order.getAsInt() <= 0;
            case ">" -> order.getAsInt() > 0;
            default -> order.getAsInt() >= 0;
        };
    }

    private static boolean beginsWith(@Nullable Value value, @Nullable Value prefix) {
        return switch (value) {
            case Value.Text(var text) when prefix instanceof Value.Text(var start) -> text.startsWith(start);
            case Value.Bytes(var bytes)
            when prefix instanceof Value.Bytes(var start) ->
                bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
            case null, default -> false;
        };
    }

    private static boolean contains(@Nullable Value container, @Nullable Value element) {
        return switch (container) {
            case Value.Text(var text) when element instanceof Value.Text(var part) -> text.contains(part);
            case Value.Bytes(var bytes) when element instanceof Value.Bytes(var part) -> contains(bytes, part);
            case Value.SetOf set when element != null -> set.elements().contains(element);
            case Value.ListOf list when element != null -> list.items().contains(element);
            case null, default -> false;
        };
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (var from = 0; from + part.length <= bytes.length; from++) {
            if (Arrays.equals(bytes, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
