package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The list that this path points into, or the path itself if it points at no position of a list. */
    Path wholeList() {
        return steps.getLast() instanceof Index ? new Path(steps.subList(0, steps.size() - 1)) : this;
    }

    /** Whether it points behind the end of a list. */
    boolean isBeyond(Value.MapOf item) {
        return steps.getLast() instanceof Index(var index)
                && Documents.get(item, wholeList()) instanceof Value.ListOf(var items)
                && index >= items.size();
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
