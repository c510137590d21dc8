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

        boolean archived,

        @Schema(description = "the pause in one sentence") @Nullable
        String pauseReason,

        @Nullable PauseView pause,

        @Schema(description = "why a campaign that is sending gets no further just now; it goes on by itself") @Nullable
        PauseView waitsFor,

        Instant createdAt,
        @Nullable ScheduleView schedule,
        @Nullable Instant launchedAt,

        @Schema(description = "until then the launch can be taken back whole") @Nullable
        Instant holdUntil,

        @Nullable Instant finishedAt,
        @Nullable String launchedBy,

        @Schema(description = "the lower of its own speed limit and that of its spreading, in messages a second")
        @Nullable
        Double limitPerSecond,

        @ArraySchema(
                schema =
                        @Schema(
                                allowableValues = {
                                    "edit",
                                    "launch",
                                    "schedule",
                                    "unschedule",
                                    "takeBack",
                                    "pause",
                                    "resume",
                                    "cancel",
                                    "speed",
                                    "retryMissed",
                                    "archive",
                                    "unarchive"
                                }))
        List<String> allowed,

        @ArraySchema(arraySchema = @Schema(description = "who did what, oldest first; the last 50 steps"))
        List<StepView> history,

        BooksView books) {}
