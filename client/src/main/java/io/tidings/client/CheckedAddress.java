package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address may be written to.
 *
 * @param why not, in one sentence; also of what is no address
 * @param by what stops mail to it; nothing of what is no address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckedAddress(
        String address,
        boolean allowed,
        @Nullable String why,
        @Nullable By by) {

    /**
     * @param scope such as everything
     * @param reason such as bounce, complaint or unsubscribed
     * @param until when it ends by itself
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record By(
            String scope,
            String reason,
            Instant since,
            @Nullable Instant until) {}
}
