package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent; nothing was.
 *
 * @param code why it would not be sent, such as suppressed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DryRun(
        boolean wouldSend,
        @Nullable String code,
        @Nullable String reason,
        @Nullable Instant when,
        @Nullable String from,
        String to,
        @Nullable String subject,
        @Nullable String html,
        @Nullable String text,
        Map<String, String> headers) {}
