package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads paths, constants and calls, which all kinds of expression have in common. */
final class OperandParser {
    private final Tokens tokens;
    private final Placeholders placeholders;

    OperandParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.placeholders = placeholders;
    }

    Operand operand() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case VALUE_PLACEHOLDER -> {
                tokens.next();
                yield new Operand.Constant(placeholders.value(token.text()));
            }
            case NAME -> tokens.peekNext().is("(") ? call() : new Operand.At(path());
            case NAME_PLACEHOLDER -> new Operand.At(path());
            default -> throw tokens.syntaxError();
        };
    }

    Path path() {
        var steps = new ArrayList<Path.Step>();
        steps.add(name());
        while (true) {
            if (tokens.skip(".")) {
                steps.add(name());
            } else if (tokens.skip("[")) {
                steps.add(index());
                tokens.expect("]");
            } else {
                return new Path(List.copyOf(steps));
            }
        }
    }

    private Path.Name name() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case NAME_PLACEHOLDER -> {
                tokens.next();
                yield new Path.Name(placeholders.name(token.text()));
            }
            case NAME -> {
                if (ReservedWords.contains(token.text())) {
                    throw new ExpressionProblem(
                            "Attribute name is a reserved keyword; reserved keyword: " + token.text());
                }
                tokens.next();
                yield new Path.Name(token.text());
            }
            default -> throw tokens.syntaxError();
        };
    }

    private Path.Index index() {
        var token = tokens.peek();
        if (token.kind() != Kind.NUMBER || !token.text().chars().allMatch(Character::isDigit)) {
            throw tokens.syntaxError();
        }
        tokens.next();
        try {
            return new Path.Index(Integer.parseInt(token.text()));
        } catch (NumberFormatException e) {
            throw new ExpressionProblem("List index is not within the allowable range; index: [" + token.text() + "]");
        }
    }

    private Operand call() {
        var function = tokens.next().text();
        Functions.requireKnown(function);
        tokens.expect("(");
        var operands = new ArrayList<Operand>();
        if (!tokens.peek().is(")")) {
            do {
                operands.add(operand());
            } while (tokens.skip(","));
        }
        tokens.expect(")");
        return new Operand.Call(function, operands);
    }
}
