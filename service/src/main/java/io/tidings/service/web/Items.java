package io.tidings.service.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page; {@code next} is the cursor of the one after it. */
@Serdeable
public record Items<T>(List<T> items, @Nullable String next) {
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }
}
