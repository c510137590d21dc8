package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What became of one notification of a batch: an id, or what is wrong with it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchResult(
        int index,
        int status,
        @Nullable String id,
        @Nullable String statusUrl,
        @Nullable Problem problem) {

    public boolean isPosted() {
        return id != null;
    }
}
