package io.tidings.core.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some items, and where to go on; no cursor means that was all. */
public record Page<T>(List<T> items, @Nullable String next) {}
