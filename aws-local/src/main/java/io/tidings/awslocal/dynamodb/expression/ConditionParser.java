package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Order;
import io.tidings.awslocal.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.Set;

/** OR binds loosest, then AND, then NOT. */
final class ConditionParser {
    /** DynamoDB: an IN has at most 100 candidates. */
    private static final int MAX_CANDIDATES = 100;

    /** Far deeper than 300 operators in 4 KB can be of use, and far from a stack's end. */
    private static final int MAX_DEPTH = 400;

    private static final Set<String> COMPARATORS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final OperandParser operands;
    private int depth;
    /** Where the parentheses closed last began and ended. */
    private int innerStart = -1;

    private int innerEnd = -1;

    private ConditionParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, placeholders);
    }

    static Condition parse(String text, Placeholders placeholders) {
        var tokens = new Tokens(text);
        var condition = new ConditionParser(tokens, placeholders).or();
        tokens.expectEnd();
        return condition;
    }

    private Condition or() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionProblem("The expression is nested too deeply");
        }
        var condition = and();
        while (tokens.skipWord("OR")) {
            condition = new Condition.Or(condition, and());
        }
        depth--;
        return condition;
    }

    private Condition and() {
        var condition = not();
        while (tokens.skipWord("AND")) {
            condition = new Condition.And(condition, not());
        }
        return condition;
    }

    private Condition not() {
        var negations = 0;
        while (tokens.skipWord("NOT")) {
            negations++;
        }
        var condition = primary();
        return negations % 2 == 0 ? condition : new Condition.Not(condition);
    }

    private Condition primary() {
        if (tokens.peek().is("(")) {
            return parenthesised();
        }
        var operand = operands.operand();
        return comparison(operand);
    }

    private Condition parenthesised() {
        tokens.expect("(");
        var start = tokens.position();
        var condition = or();
        if (innerStart == start && innerEnd == tokens.position()) {
            throw new ExpressionProblem("The expression has redundant parentheses;");
        }
        innerStart = start - 1;
        tokens.expect(")");
        innerEnd = tokens.position();
        return condition;
    }

    private Condition comparison(Operand left) {
        var token = tokens.peek();
        if (COMPARATORS.contains(token.text())) {
            tokens.next();
            return compare(left, token.text(), operands.operand());
        }
        if (tokens.skipWord("BETWEEN")) {
            var low = Functions.conditionOperand(operands.operand());
            tokens.expectWord("AND");
            return between(Functions.conditionOperand(left), low, Functions.conditionOperand(operands.operand()));
        }
        if (tokens.skipWord("IN")) {
            return in(Functions.conditionOperand(left));
        }
        if (left instanceof Operand.Call call) {
            return Functions.condition(call);
        }
        throw tokens.syntaxError();
    }

    private static Condition compare(Operand first, String operator, Operand second) {
        var left = Functions.conditionOperand(first);
        var right = Functions.conditionOperand(second);
        Functions.requireDistinct(operator, left, right);
        if (!operator.equals("=") && !operator.equals("<>")) {
            requireOrdered(operator, left);
            requireOrdered(operator, right);
        }
        return new Condition.Compare(left, operator, right);
    }

    private static Condition between(Operand operand, Operand low, Operand high) {
        requireOrdered("BETWEEN", low);
        requireOrdered("BETWEEN", high);
        if (low instanceof Operand.Constant(var from) && high instanceof Operand.Constant(var to)) {
            requireRange(from, to);
        }
        return new Condition.Between(operand, low, high);
    }

    private static void requireRange(Value from, Value to) {
        var order = Order.compare(from, to);
        var bounds = "; lower bound operand: AttributeValue: " + shown(from) + ", upper bound operand: AttributeValue: "
                + shown(to);
        if (order.isEmpty()) {
            throw new ExpressionProblem(
                    "The BETWEEN operator requires same data type for lower and upper bounds" + bounds);
        }
        if (order.getAsInt() > 0) {
            throw new ExpressionProblem(
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound" + bounds);
        }
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Text(var text) -> "{S:" + text + "}";
            case Value.Num(var text) -> "{N:" + text + "}";
            default -> "{" + value.type() + "}";
        };
    }

    private static void requireOrdered(String operator, Operand operand) {
        if (operand instanceof Operand.Constant(var value)
                && !(value instanceof Value.Text || value instanceof Value.Num || value instanceof Value.Bytes)) {
            throw Functions.wrongType(operator, value);
        }
    }

    private Condition in(Operand operand) {
        tokens.expect("(");
        var candidates = new ArrayList<Operand>();
        do {
            candidates.add(Functions.conditionOperand(operands.operand()));
        } while (tokens.skip(","));
        tokens.expect(")");
        if (candidates.size() > MAX_CANDIDATES) {
            throw new ExpressionProblem(
                    "The IN operator is provided with too many operands; number of operands: " + candidates.size());
        }
        candidates.forEach(candidate -> Functions.requireDistinct("IN", operand, candidate));
        return new Condition.In(operand, candidates);
    }
}
