package io.tidings.service.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457, with an entry for each mistake, and for a wrong transition the state and what it allows.
 *
 * @param code one word for a program, where there is more to tell apart than the status does
 */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable String state,
        @Nullable List<String> allowed,
        @Nullable String code) {

    public Problem(
            String type,
            String title,
            int status,
            String detail,
            List<FieldError> errors,
            @Nullable String state,
            @Nullable List<String> allowed) {
        this(type, title, status, detail, errors, state, allowed, null);
    }

    /** A refusal that a program can tell from others. */
    public static Problem coded(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, List.of(), null, null, code);
    }

    @Serdeable
    @Schema(name = "FieldError")
    public record FieldError(String field, String message) {}
}
