package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.Campaign.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a campaign is to be launched: as it was said, and the instant that is. */
@Serdeable
@Schema(name = "Schedule")
record ScheduleView(String local, String zone, Instant at, String by) {
    static @Nullable ScheduleView of(@Nullable Schedule schedule) {
        return schedule == null
                ? null
                : new ScheduleView(schedule.local().toString(), schedule.zone().getId(), schedule.at(), schedule.by());
    }
}
