package io.tidings.awslocal.dynamodb.request;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct that was read; absent and null are the same. Its getters trust the shape that it was read by. */
public record Fields(Map<String, Object> values) {

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable String string(String name) {
        return (String) values.get(name);
    }

    public @Nullable Long number(String name) {
        return (Long) values.get(name);
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Value.@Nullable MapOf attributes(String name) {
        return (Value.MapOf) values.get(name);
    }

    public @Nullable Fields struct(String name) {
        return (Fields) values.get(name);
    }

    @SuppressWarnings("unchecked")
    public <T> @Nullable List<T> list(String name) {
        return (List<T>) values.get(name);
    }

    @SuppressWarnings("unchecked")
    public <T> @Nullable Map<String, T> map(String name) {
        return (Map<String, T>) values.get(name);
    }
}
