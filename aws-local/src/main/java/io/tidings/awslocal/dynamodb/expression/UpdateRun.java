package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Decimal;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries an update out. All its operands are read from the item as it was before. */
public final class UpdateRun {
    private static final String MISSING =
            "The provided expression refers to an attribute that does not exist in the item";
    private static final String WRONG_TYPE = "An operand in the update expression has an incorrect data type";

    private final Value.MapOf before;
    private final DocumentEdit after;

    private UpdateRun(Value.MapOf before) {
        this.before = before;
        this.after = new DocumentEdit(before);
    }

    /** The item afterwards; the one before is left as it is. */
    public static Value.MapOf apply(Update update, Value.MapOf before) {
        return new UpdateRun(before).apply(update);
    }

    private Value.MapOf apply(Update update) {
        var values = update.sets().stream().map(set -> value(set.value())).toList();
        for (var i = 0; i < values.size(); i++) {
            after.set(update.sets().get(i).path(), values.get(i));
        }
        update.adds().forEach(this::add);
        update.deletes().forEach(this::delete);
        after.removeAll(update.removes());
        return after.item();
    }

    private Value value(Operand operand) {
        return switch (operand) {
            case Operand.Constant(var value) -> value;
            case Operand.At(var path) -> {
                var value = Documents.get(before, path);
                if (value == null) {
                    throw DynamoDbException.validation(MISSING);
                }
                yield value;
            }
            case Operand.IfNotExists(var path, var otherwise) -> {
                var value = Documents.get(before, path);
                yield value == null ? value(otherwise) : value;
            }
            case Operand.ListAppend(var first, var second) -> append(value(first), value(second));
            case Operand.Arithmetic(var left, var operator, var right) ->
                arithmetic(value(left), operator, value(right));
            case Operand.SizeOf ignored -> throw new IllegalStateException("size in an update");
            case Operand.Call call -> throw new IllegalStateException(call.function());
        };
    }

    private static Value append(Value first, Value second) {
        if (first instanceof Value.ListOf(var head) && second instanceof Value.ListOf(var tail)) {
            var items = new ArrayList<>(head);
            items.addAll(tail);
            return new Value.ListOf(items);
        }
        throw DynamoDbException.validation(WRONG_TYPE);
    }

    private static Value arithmetic(Value left, String operator, Value right) {
        if (left instanceof Value.Num(var a) && right instanceof Value.Num(var b)) {
            var x = new BigDecimal(a);
            var y = new BigDecimal(b);
            var sum = Decimal.of(operator.equals("+") ? x.add(y) : x.subtract(y));
            if (sum instanceof Value.Malformed(var problem)) {
                throw DynamoDbException.validation(problem);
            }
            return sum;
        }
        throw DynamoDbException.validation(WRONG_TYPE);
    }

    private void add(Update.Change change) {
        var present = Documents.get(before, change.path());
        var sum = switch (change.value()) {
            case Value value when present == null -> value;
            case Value.Num number when present instanceof Value.Num -> arithmetic(present, "+", number);
            case Value.SetOf set when isSetOf(present, set.type()) -> union((Value.SetOf) present, set);
            default -> throw DynamoDbException.validation(WRONG_TYPE);
        };
        after.set(change.path(), sum);
    }

    private void delete(Update.Change change) {
        var present = Documents.get(before, change.path());
        var set = (Value.SetOf) change.value();
        if (present == null) {
            after.removeAll(List.of(change.path()));
            return;
        }
        if (!isSetOf(present, set.type())) {
            throw DynamoDbException.validation(WRONG_TYPE);
        }
        var rest = new LinkedHashSet<>(((Value.SetOf) present).elements());
        rest.removeAll(set.elements());
        if (rest.isEmpty()) {
            after.removeAll(List.of(change.path()));
        } else {
            after.set(change.path(), new Value.SetOf(set.type(), rest));
        }
    }

    private static boolean isSetOf(@Nullable Value value, String type) {
        return value instanceof Value.SetOf set && set.type().equals(type);
    }

    private static Value union(Value.SetOf present, Value.SetOf more) {
        var all = new LinkedHashSet<>(present.elements());
        all.addAll(more.elements());
        return new Value.SetOf(present.type(), all);
    }
}
