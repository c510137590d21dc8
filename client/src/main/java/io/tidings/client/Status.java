package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notification.
 *
 * @param state such as waiting, gathering, accepted, delivered, bouncedPermanent, skipped, withdrawn
 * @param why the reason, where there is one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Status(
        String id,
        String email,
        String state,
        @Nullable String why,
        @Nullable String category,
        @Nullable String reference,
        Instant createdAt,
        List<Fact> facts) {

    /** Something that happened to it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fact(String kind, Instant at, @Nullable String detail) {}
}
