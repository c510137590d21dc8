package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds values by their paths. */
final class Documents {
    private Documents() {}

    static @Nullable Value get(Value.MapOf item, Path path) {
        Value at = item;
        for (var step : path.steps()) {
            at = step(at, step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    static @Nullable Value step(Value at, Path.Step step) {
        return switch (step) {
            case Path.Name(var name) ->
                at instanceof Value.MapOf map ? map.attributes().get(name) : null;
            case Path.Index(var index) ->
                at instanceof Value.ListOf list && index < list.items().size()
                        ? list.items().get(index)
                        : null;
        };
    }
}
