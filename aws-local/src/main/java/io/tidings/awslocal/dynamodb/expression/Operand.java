package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.List;

/** What an expression compares, tests or stores. */
public sealed interface Operand {
    record At(Path path) implements Operand {}

    record Constant(Value value) implements Operand {}

    record SizeOf(Operand operand) implements Operand {}

    /** Only in update expressions. */
    record IfNotExists(Path path, Operand otherwise) implements Operand {}

    /** Only in update expressions. */
    record ListAppend(Operand first, Operand second) implements Operand {}

    /** Only in update expressions; the operator is + or -. */
    record Arithmetic(Operand left, String operator, Operand right) implements Operand {}

    /** A call as it was parsed, before it is known to be one of the above or a condition. */
    record Call(String function, List<Operand> operands) implements Operand {}
}
