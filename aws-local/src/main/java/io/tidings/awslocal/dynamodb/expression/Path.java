package io.tidings.awslocal.dynamodb.expression;

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

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
