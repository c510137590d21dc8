package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Order;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key condition: one test for each of the key's attributes, in the order of the expression. */
public record KeyCondition(Map<String, Test> tests) {

    public sealed interface Test {
        List<Value> constants();
    }

    /** The operator is one of = < <= > >=. */
    public record Compared(String operator, Value value) implements Test {
        @Override
        public List<Value> constants() {
            return List.of(value);
        }
    }

    public record Range(Value low, Value high) implements Test {
        @Override
        public List<Value> constants() {
            return List.of(low, high);
        }
    }

    public record Prefix(Value prefix) implements Test {
        @Override
        public List<Value> constants() {
            return List.of(prefix);
        }
    }

    static KeyCondition of(Condition condition) {
        var tests = new LinkedHashMap<String, Test>();
        collect(condition, tests);
        return new KeyCondition(tests);
    }

    private static void collect(Condition condition, Map<String, Test> tests) {
        switch (condition) {
            case Condition.And(var left, var right) -> {
                collect(left, tests);
                collect(right, tests);
            }
            case Condition.Or ignored -> throw operator("OR");
            case Condition.Not ignored -> throw operator("NOT");
            case Condition.In ignored -> throw operator("IN");
            case Condition.Exists ignored -> throw operator("attribute_exists");
            case Condition.NotExists ignored -> throw operator("attribute_not_exists");
            case Condition.TypeIs ignored -> throw operator("attribute_type");
            case Condition.Contains ignored -> throw operator("contains");
            case Condition.Compare compare -> add(tests, compare);
            case Condition.Between(var operand, Operand.Constant(var low), Operand.Constant(var high)) ->
                add(tests, attribute(operand), new Range(low, high));
            case Condition.BeginsWith(var operand, Operand.Constant(var prefix)) ->
                add(tests, attribute(operand), new Prefix(prefix));
            case Condition.Between ignored -> throw notSupported();
            case Condition.BeginsWith ignored -> throw notSupported();
        }
    }

    private static void add(Map<String, Test> tests, Condition.Compare compare) {
        if (compare.operator().equals("<>")) {
            throw operator("<>");
        }
        switch (compare) {
            case Condition.Compare(var left, var operator, Operand.Constant(var value)) ->
                add(tests, attribute(left), new Compared(operator, value));
            case Condition.Compare(Operand.Constant(var value), var operator, var right) ->
                add(tests, attribute(right), new Compared(mirrored(operator), value));
            default -> throw notSupported();
        }
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static String attribute(Operand operand) {
        if (operand instanceof Operand.SizeOf) {
            throw operator("size");
        }
        if (!(operand instanceof Operand.At(var path))) {
            throw notSupported();
        }
        if (!path.isAttribute()) {
            throw new ExpressionProblem("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        return path.attribute();
    }

    private static void add(Map<String, Test> tests, String attribute, Test test) {
        if (tests.putIfAbsent(attribute, test) != null) {
            throw new ExpressionProblem("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static ExpressionProblem operator(String operator) {
        return new ExpressionProblem("Invalid operator used in KeyConditionExpression: " + operator);
    }

    /** This one complaint comes without naming the expression. */
    private static DynamoDbException notSupported() {
        return DynamoDbException.validation("Query key condition not supported");
    }

    /** Whether a sort key of that value passes. */
    public static boolean passes(Test test, Value key) {
        return switch (test) {
            case Compared(var operator, var value) -> {
                var order = Order.compare(key, value).orElse(0);
                yield switch (operator) {
                    case "=" -> order == 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                };
            }
            case Range(var low, var high) ->
                Order.compare(key, low).orElse(-1) >= 0
                        && Order.compare(key, high).orElse(1) <= 0;
            case Prefix(Value.Text(var prefix)) -> key instanceof Value.Text(var text) && text.startsWith(prefix);
            case Prefix ignored -> true;
        };
    }
}
