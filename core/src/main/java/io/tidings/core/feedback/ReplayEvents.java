package io.tidings.core.feedback;

import io.tidings.core.audience.Page;
import io.tidings.core.feedback.Report.Happened;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records again what was kept: what was recorded right stays as it is, what was missed or misread is added. */
public final class ReplayEvents {

    private static final int TOGETHER = 140;

    private final EventStore events;
    private final RecordFeedback recordFeedback;
    private final Function<String, Report> reader;
    private final InstantSource clock;

    public ReplayEvents(
            EventStore events, RecordFeedback recordFeedback, Function<String, Report> reader, InstantSource clock) {
        this.events = events;
        this.recordFeedback = recordFeedback;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param cursor where the next step begins; nothing when all is replayed */
    public record Step(@Nullable String cursor, long events) {}

    /** One page; it can be taken twice. */
    public Step step(LocalDate from, @Nullable String cursor) {
        int line = cursor == null ? -1 : cursor.indexOf('|');
        LocalDate day = cursor == null ? from : LocalDate.parse(cursor.substring(0, line));
        Page<EventStore.Kept> page =
                events.of(day, cursor == null || line == cursor.length() - 1 ? null : cursor.substring(line + 1));
        List<Happened> reports = new ArrayList<>();
        long read = 0;
        for (EventStore.Kept gathering : page.items()) {
            for (String body : gathering.bodies()) {
                read++;
                if (reader.apply(body) instanceof Happened report) {
                    reports.add(report);
                }
            }
        }
        for (int i = 0; i < reports.size(); i += TOGETHER) {
            recordFeedback.record(reports.subList(i, Math.min(reports.size(), i + TOGETHER)));
        }
        return new Step(next(day, page.next()), read);
    }

    private @Nullable String next(LocalDate day, @Nullable String cursor) {
        if (cursor != null) {
            return day + "|" + cursor;
        }
        LocalDate tomorrow = day.plusDays(1);
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return tomorrow.isAfter(today) ? null : tomorrow + "|";
    }
}
