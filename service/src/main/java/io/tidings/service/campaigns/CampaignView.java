package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "Campaign")
record CampaignView(
        String id,
        String name,
        String templateId,
        String templateName,
        @Nullable Integer templateVersion,
        String audienceId,
        String audienceName,
        SenderView sender,
        String topic,
        SettingsView settings,

        @Schema(allowableValues = {"draft", "scheduled", "launching", "sending", "paused", "finished", "cancelled"})
        String state,

        @Nullable String pauseReason,
        Instant createdAt,
        @Nullable Instant launchedAt,
        @Nullable Instant finishedAt,
        @Nullable String launchedBy,

        @ArraySchema(schema = @Schema(allowableValues = {"edit", "launch", "pause", "resume", "cancel"}))
        List<String> allowed,

        BooksView books) {}
