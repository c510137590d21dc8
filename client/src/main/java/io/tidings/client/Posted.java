package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** It is stored, and will be sent or its refusal recorded, whatever crashes. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Posted(
        String id,
        String statusUrl,
        @Nullable String state,
        @Nullable Instant dueAt) {}
