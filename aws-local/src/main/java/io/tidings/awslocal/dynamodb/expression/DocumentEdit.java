package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of an item being changed. Only the maps and lists on the way to a change are copied. */
final class DocumentEdit {
    private static final String INVALID_PATH =
            "The document path provided in the update expression is invalid for update";

    private Value.MapOf item;

    DocumentEdit(Value.MapOf item) {
        this.item = item;
    }

    Value.MapOf item() {
        return item;
    }

    void set(Path path, Value value) {
        item = (Value.MapOf) replaced(item, path.steps(), value);
    }

    /** Highest list positions first, so that none shifts another. */
    void removeAll(List<Path> paths) {
        paths.stream()
                .sorted(Comparator.comparingInt(DocumentEdit::lastIndex).reversed())
                .forEach(path -> item = (Value.MapOf) replaced(item, path.steps(), null));
    }

    private static int lastIndex(Path path) {
        return path.steps().getLast() instanceof Path.Index(var index) ? index : -1;
    }

    /** {@code value} null removes. */
    private static Value replaced(@Nullable Value at, List<Path.Step> steps, @Nullable Value value) {
        var step = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        return switch (step) {
            case Path.Name(var name)
            when at instanceof Value.MapOf map -> {
                var copy = new HashMap<>(map.attributes());
                if (rest.isEmpty() && value == null) {
                    copy.remove(name);
                } else {
                    copy.put(name, rest.isEmpty() && value != null ? value : replaced(copy.get(name), rest, value));
                }
                yield new Value.MapOf(copy);
            }
            case Path.Index(var index)
            when at instanceof Value.ListOf list -> new Value.ListOf(replacedIn(list.items(), index, rest, value));
            default -> throw DynamoDbException.validation(INVALID_PATH);
        };
    }

    private static List<Value> replacedIn(List<Value> items, int index, List<Path.Step> rest, @Nullable Value value) {
        var copy = new ArrayList<>(items);
        if (!rest.isEmpty()) {
            if (index >= copy.size()) {
                throw DynamoDbException.validation(INVALID_PATH);
            }
            copy.set(index, replaced(copy.get(index), rest, value));
        } else if (value == null) {
            if (index < copy.size()) {
                copy.remove(index);
            }
        } else if (index < copy.size()) {
            copy.set(index, value);
        } else {
            // Beyond the end is at the end.
            copy.add(value);
        }
        return copy;
    }
}
