package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** In whose name a campaign goes out. */
@Serdeable
@Schema(name = "Sender")
record SenderView(
        @NotNull @Size(max = 100) String name,
        @NotBlank @Size(max = 254) String email) {}
