package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** SET, REMOVE, ADD and DELETE, each at most once. */
final class UpdateParser {
    private static final Set<String> SECTIONS = Set.of("SET", "REMOVE", "ADD", "DELETE");

    private final Tokens tokens;
    private final Placeholders placeholders;
    private final OperandParser operands;
    private final Update update = Update.empty();

    private UpdateParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.placeholders = placeholders;
        this.operands = new OperandParser(tokens, placeholders);
    }

    static Update parse(String text, Placeholders placeholders) {
        var parser = new UpdateParser(new Tokens(text), placeholders);
        parser.sections();
        PathConflicts.refuse(parser.update.targets());
        return parser.update;
    }

    private void sections() {
        var seen = new HashSet<String>();
        do {
            var section = tokens.peek().text().toUpperCase(Locale.ROOT);
            if (tokens.peek().kind() != Token.Kind.NAME || !SECTIONS.contains(section)) {
                throw tokens.syntaxError();
            }
            tokens.next();
            if (!seen.add(section)) {
                throw new ExpressionProblem(
                        "The \"" + section + "\" section can only be used once in an update expression;");
            }
            do {
                action(section);
            } while (tokens.skip(","));
        } while (tokens.peek().kind() != Token.Kind.END);
    }

    private void action(String section) {
        var path = operands.path();
        switch (section) {
            case "SET" -> {
                tokens.expect("=");
                update.sets().add(new Update.Assignment(path, sum()));
            }
            case "REMOVE" -> update.removes().add(path);
            case "ADD" -> update.adds().add(new Update.Change(path, constant("ADD")));
            default -> update.deletes().add(new Update.Change(path, constant("DELETE")));
        }
    }

    private Operand sum() {
        var left = term();
        var operator = tokens.peek();
        if (!operator.is("+") && !operator.is("-")) {
            return left;
        }
        tokens.next();
        var right = term();
        requireNumber(operator.text(), left);
        requireNumber(operator.text(), right);
        return new Operand.Arithmetic(left, operator.text(), right);
    }

    private Operand term() {
        if (tokens.skip("(")) {
            var inner = sum();
            tokens.expect(")");
            return inner;
        }
        return Functions.updateOperand(operands.operand());
    }

    private static void requireNumber(String operator, Operand operand) {
        if (operand instanceof Operand.Constant(var value) && !(value instanceof Value.Num)) {
            throw Functions.wrongType(operator, value);
        }
    }

    private Value constant(String section) {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.VALUE_PLACEHOLDER) {
            throw tokens.syntaxError();
        }
        tokens.next();
        var value = placeholders.value(token.text());
        var fits = value instanceof Value.SetOf || (section.equals("ADD") && value instanceof Value.Num);
        if (!fits) {
            throw new ExpressionProblem("Incorrect operand type for operator or function; operator: " + section
                    + ", operand type: " + typeWord(value) + ", typeSet: ALLOWED_FOR_" + section + "_OPERAND");
        }
        return value;
    }

    /** Only these two complaints spell types out. */
    private static String typeWord(Value value) {
        return switch (value.type()) {
            case "S" -> "STRING";
            case "N" -> "NUMBER";
            case "B" -> "BINARY";
            case "BOOL" -> "BOOLEAN";
            case "L" -> "LIST";
            case "M" -> "MAP";
            default -> value.type();
        };
    }
}
