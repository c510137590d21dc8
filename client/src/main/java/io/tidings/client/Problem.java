package io.tidings.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param code a name for programs, such as suppressed
 * @param errors an entry for each field that needs a change
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        int status,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String code,
        @Nullable List<FieldError> errors) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FieldError(String field, String message) {}
}
