package io.tidings.service.alarms;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.alarm.Alarm;
import io.tidings.core.alarm.AlarmStore;
import io.tidings.service.access.Roles;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

@Controller("/api/v1/alarms")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Alarms")
class AlarmController {

    private final AlarmStore alarms;

    AlarmController(AlarmStore alarms) {
        this.alarms = alarms;
    }

    @Serdeable
    @Schema(name = "Alarm")
    record AlarmView(
            @Schema(description = "the same for as long as it lasts")
            String id,

            @Schema(
                    allowableValues = {
                        "deadLetters",
                        "unreadReports",
                        "unknownMessages",
                        "pausedCampaign",
                        "reputation",
                        "disabledWebhook"
                    })
            String kind,

            @Schema(description = "since when it is known") Instant since,

            String words,
            String todo,

            @Schema(description = "the page of the UI where it is looked at")
            String link) {
        static AlarmView of(Alarm alarm) {
            return new AlarmView(
                    alarm.id(), kind(alarm.kind()), alarm.since(), alarm.words(), alarm.todo(), alarm.link());
        }

        private static String kind(Alarm.Kind kind) {
            return switch (kind) {
                case DEAD_LETTERS -> "deadLetters";
                case UNREAD_REPORTS -> "unreadReports";
                case UNKNOWN_MESSAGES -> "unknownMessages";
                case PAUSED_CAMPAIGN -> "pausedCampaign";
                case REPUTATION -> "reputation";
                case DISABLED_WEBHOOK -> "disabledWebhook";
            };
        }
    }

    @Serdeable
    @Schema(name = "Alarms")
    record AlarmsView(int count, List<AlarmView> items) {}

    @Get
    @Operation(
            operationId = "listAlarms",
            summary = "What somebody must look at, since when, and what to do; oldest first")
    AlarmsView list() {
        List<AlarmView> items = alarms.open().stream()
                .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::id))
                .map(AlarmView::of)
                .toList();
        return new AlarmsView(items.size(), items);
    }
}
