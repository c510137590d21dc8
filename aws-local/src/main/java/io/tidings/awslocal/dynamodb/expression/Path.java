package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document path such as {@code a.b[3]}, its placeholders resolved. The first step is always a name. */
public record Path(List<Step> steps) {

    public sealed interface Step {}

    public record Name(String name) implements Step {
        @Override
        public String toString() {
            return name;
        }
    }

    public record Index(int index) implements Step {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    public String attribute() {
        return ((Name) steps.getFirst()).name();
    }

    public boolean isAttribute() {
        return steps.size() == 1;
    }

    /** Where a value went that was set beyond the end of a list: to its end. */
    public Path landedIn(Value.MapOf item) {
        if (!(steps.getLast() instanceof Index(var index))) {
            return this;
        }
        var parent = steps.subList(0, steps.size() - 1);
        return Documents.get(item, new Path(parent)) instanceof Value.ListOf(var items)
                        && index >= items.size()
                        && !items.isEmpty()
                ? new Path(Stream.concat(parent.stream(), Stream.of(new Index(items.size() - 1)))
                        .toList())
                : this;
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
