package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the people behind a figure. It may be short, or empty, although others follow it. */
@Serdeable
@Schema(name = "PeoplePage")
record PeoplePage(
        List<MessageView> items,

        @Schema(
                description =
                        "the cursor of the page after this one, as long as there may be more; also where this one is empty")
        @Nullable
        String next,

        @Schema(description = "how many people were looked at to find these")
        int lookedAt) {}
