package io.tidings.service.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457, with an entry for each mistake, and for a wrong transition the state and what it allows. */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable String state,
        @Nullable List<String> allowed) {

    @Serdeable
    @Schema(name = "FieldError")
    public record FieldError(String field, String message) {}
}
