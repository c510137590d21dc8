package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
record CampaignView(
        String id,
        String name,
        String templateId,
        String templateName,
        @Nullable Integer templateVersion,
        String audienceId,
        String audienceName,
        SenderView sender,
        String state,
        @Nullable String pauseReason,
        Instant createdAt,
        @Nullable Instant launchedAt,
        @Nullable Instant finishedAt,
        @Nullable String launchedBy,
        List<String> allowed,
        BooksView books) {

    @Serdeable
    record SenderView(String name, String email) {}
}
