package io.tidings.awslocal.dynamodb.request;

import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with single parameters, which DynamoDB reports together and before anything else. */
public final class Constraints {
    private final List<String> problems = new ArrayList<>();

    public Constraints notNull(@Nullable Object value, String path) {
        if (value == null) {
            problems.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
        }
        return this;
    }

    /** {@code allowed} in DynamoDB's order. */
    public Constraints oneOf(@Nullable String value, String path, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            problems.add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must satisfy enum value set: ["
                    + String.join(", ", allowed) + "]");
        }
        return this;
    }

    public Constraints atLeast(@Nullable Long value, long minimum, String path) {
        if (value != null && value < minimum) {
            problems.add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must have value greater than or equal to " + minimum);
        }
        return this;
    }

    public Constraints atMost(@Nullable Long value, long maximum, String path) {
        if (value != null && value > maximum) {
            problems.add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must have value less than or equal to " + maximum);
        }
        return this;
    }

    public Constraints length(@Nullable String value, int minimum, int maximum, String path) {
        if (value != null && value.length() < minimum) {
            add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must have length greater than or equal to " + minimum);
        } else if (value != null && value.length() > maximum) {
            add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + maximum);
        }
        return this;
    }

    public Constraints pattern(@Nullable String value, String path, String pattern) {
        if (value != null && !value.isEmpty() && !value.matches(pattern)) {
            add("Value '" + value + "' at '" + path
                    + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
        }
        return this;
    }

    public Constraints add(String problem) {
        problems.add(problem);
        return this;
    }

    public void check() {
        if (problems.isEmpty()) {
            return;
        }
        var count = problems.size();
        throw DynamoDbException.validation(count + (count == 1 ? " validation error" : " validation errors")
                + " detected: " + String.join("; ", problems));
    }
}
