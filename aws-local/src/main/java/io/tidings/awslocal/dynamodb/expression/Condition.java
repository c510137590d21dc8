package io.tidings.awslocal.dynamodb.expression;

import java.util.List;

/** A condition, filter or key condition. */
public sealed interface Condition {
    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Compare(Operand left, String operator, Operand right) implements Condition {}

    record Between(Operand operand, Operand low, Operand high) implements Condition {}

    record In(Operand operand, List<Operand> candidates) implements Condition {}

    record Exists(Path path) implements Condition {}

    record NotExists(Path path) implements Condition {}

    record TypeIs(Path path, String type) implements Condition {}

    record BeginsWith(Operand operand, Operand prefix) implements Condition {}

    record Contains(Operand container, Operand element) implements Condition {}
}
