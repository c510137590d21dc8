package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each function takes, and DynamoDB's complaints about anything else. */
final class Functions {
    private static final Map<String, Integer> OPERANDS = Map.of(
            "attribute_exists", 1,
            "attribute_not_exists", 1,
            "attribute_type", 2,
            "begins_with", 2,
            "contains", 2,
            "size", 1,
            "if_not_exists", 2,
            "list_append", 2);
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");

    private Functions() {}

    static void requireKnown(String function) {
        if (!OPERANDS.containsKey(function)) {
            throw new ExpressionProblem("Invalid function name; function: " + function);
        }
    }

    /** The condition that this call is. */
    static Condition condition(Operand.Call call) {
        var operands = call.operands();
        switch (call.function()) {
            case "if_not_exists", "list_append" -> throw notAllowedHere(call, "condition");
            case "size" ->
                throw new ExpressionProblem(
                        "The function is not allowed to be used this way in an expression; function: size");
            default -> requireCount(call);
        }
        return switch (call.function()) {
            case "attribute_exists" -> new Condition.Exists(path(call.function(), operands.getFirst()));
            case "attribute_not_exists" -> new Condition.NotExists(path(call.function(), operands.getFirst()));
            case "attribute_type" ->
                new Condition.TypeIs(path(call.function(), operands.getFirst()), typeName(operands.get(1)));
            case "begins_with" -> beginsWith(conditionOperand(operands.getFirst()), conditionOperand(operands.get(1)));
            default -> contains(conditionOperand(operands.getFirst()), conditionOperand(operands.get(1)));
        };
    }

    /** What may stand on either side of a comparison. */
    static Operand conditionOperand(Operand operand) {
        if (!(operand instanceof Operand.Call call)) {
            return operand;
        }
        return switch (call.function()) {
            case "size" -> size(call);
            case "if_not_exists", "list_append" -> throw notAllowedHere(call, "condition");
            default ->
                throw new ExpressionProblem(
                        "The function is not allowed to be used this way in an expression; function: "
                                + call.function());
        };
    }

    /** What SET may store. */
    static Operand updateOperand(Operand operand) {
        if (!(operand instanceof Operand.Call call)) {
            return operand;
        }
        if (!call.function().equals("if_not_exists") && !call.function().equals("list_append")) {
            throw notAllowedHere(call, "update");
        }
        requireCount(call);
        var operands = call.operands();
        if (call.function().equals("if_not_exists")) {
            return new Operand.IfNotExists(path(call.function(), operands.getFirst()), updateOperand(operands.get(1)));
        }
        for (var each : operands) {
            if (each instanceof Operand.Constant(var value) && !(value instanceof Value.ListOf)) {
                throw wrongType("list_append", value);
            }
        }
        return new Operand.ListAppend(updateOperand(operands.getFirst()), updateOperand(operands.get(1)));
    }

    static ExpressionProblem wrongType(String operator, Value value) {
        return new ExpressionProblem("Incorrect operand type for operator or function; operator or function: "
                + operator + ", operand type: " + value.type());
    }

    private static Operand size(Operand.Call call) {
        requireCount(call);
        var operand = conditionOperand(call.operands().getFirst());
        if (operand instanceof Operand.Constant(var value)
                && (value instanceof Value.Num || value instanceof Value.Bool || value instanceof Value.Null)) {
            throw wrongType("size", value);
        }
        return new Operand.SizeOf(operand);
    }

    private static Condition beginsWith(Operand operand, Operand prefix) {
        for (var each : List.of(operand, prefix)) {
            if (each instanceof Operand.Constant(var value)
                    && !(value instanceof Value.Text)
                    && !(value instanceof Value.Bytes)) {
                throw wrongType("begins_with", value);
            }
        }
        requireDistinct("begins_with", operand, prefix);
        return new Condition.BeginsWith(operand, prefix);
    }

    private static Condition contains(Operand container, Operand element) {
        requireDistinct("contains", container, element);
        return new Condition.Contains(container, element);
    }

    static void requireDistinct(String operator, Operand first, Operand other) {
        if (first instanceof Operand.At(var path) && first.equals(other)) {
            throw new ExpressionProblem("The first operand must be distinct from the remaining operands for this "
                    + "operator or function; operator: " + operator + ", first operand: " + path);
        }
    }

    private static String typeName(Operand operand) {
        if (!(operand instanceof Operand.Constant(var value))) {
            throw new ExpressionProblem("Incorrect operand type for operator or function; "
                    + "operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
        }
        if (!(value instanceof Value.Text(var type))) {
            throw wrongType("attribute_type", value);
        }
        if (!TYPES.contains(type)) {
            throw new ExpressionProblem("Invalid attribute type name found; type: " + type
                    + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
        return type;
    }

    private static Path path(String function, Operand operand) {
        if (operand instanceof Operand.At(var path)) {
            return path;
        }
        throw new ExpressionProblem("Operator or function requires a document path; operator or function: " + function);
    }

    private static void requireCount(Operand.Call call) {
        var count = call.operands().size();
        if (count != OPERANDS.getOrDefault(call.function(), 0)) {
            throw new ExpressionProblem("Incorrect number of operands for operator or function; operator or function: "
                    + call.function() + ", number of operands: " + count);
        }
    }

    private static ExpressionProblem notAllowedHere(Operand.Call call, String kind) {
        return new ExpressionProblem("The function is not allowed in a" + (kind.equals("update") ? "n " : " ") + kind
                + " expression; function: " + call.function());
    }
}
