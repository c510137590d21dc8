package io.tidings.core.webhook;

import io.tidings.core.feedback.Detail.Preferences;
import io.tidings.core.feedback.Judgement;
import io.tidings.core.feedback.OurReport;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.suppression.SuppressionScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that SES's reports are. The same report, however often it comes, is the same event. */
public final class ReportEvents {

    private final Announce announce;

    public ReportEvents(Announce announce) {
        this.announce = announce;
    }

    public void announce(List<Happened> reports) {
        announce.announce(reports.stream()
                .filter(report -> type(report).filter(announce::isWanted).isPresent())
                .flatMap(report -> event(report).stream())
                .toList());
    }

    static Optional<EventType> type(Happened report) {
        return Optional.ofNullable(
                switch (report.kind()) {
                    case SENT -> EventType.ACCEPTED;
                    case DELIVERED -> EventType.DELIVERED;
                    case PERMANENT_BOUNCE, TRANSIENT_BOUNCE, UNDETERMINED_BOUNCE, MESSAGE_FAULT -> EventType.BOUNCED;
                    // SES would have refused these, and its list is one of those that stop mail.
                    case SUPPRESSED_BOUNCE, COMPLAINT_SUPPRESSED -> EventType.SUPPRESSED;
                    case COMPLAINT -> EventType.COMPLAINED;
                    case OPENED -> EventType.OPENED;
                    case CLICKED -> EventType.CLICKED;
                    case UNSUBSCRIBED -> EventType.UNSUBSCRIBED;
                    // It took these, looked closer, and did not send them.
                    case REJECTED, RENDERING_FAILED -> EventType.REFUSED;
                    case AUTO_REPLY, NOT_SPAM, DELAYED, OTHER -> null;
                });
    }

    static Optional<Event> event(Happened report) {
        return type(report).flatMap(type -> OurReport.of(report).map(ours -> event(type, ours)));
    }

    private static Event event(EventType type, OurReport ours) {
        Happened report = ours.report();
        Event.Detail detail = detail(type, report);
        List<String> cause = List.of(
                ours.tags().origin().key(),
                ours.tags().recipient().value(),
                report.sesMessageId(),
                report.kind().name(),
                report.at().toString(),
                // Two links followed in the same instant are two events.
                detail instanceof Event.Detail.Visit visit ? String.valueOf(visit.link()) : "");
        Event.OfMessage message = new Event.OfMessage(
                ours.tags().origin(),
                ours.address().toString(),
                null,
                ours.tags().templateId(),
                ours.tags().topic(),
                report.sesMessageId(),
                report.mailedAt().equals(Instant.EPOCH) ? null : report.mailedAt(),
                detail);
        return new Event(EventIds.of(type, report.at(), cause), type, report.at(), message);
    }

    private static Event.@Nullable Detail detail(EventType type, Happened report) {
        return switch (type) {
            case BOUNCED -> new Event.Detail.Bounce(bounceKind(report), report.status(), report.reason());
            case COMPLAINED -> new Event.Detail.Complaint(report.reason());
            case SUPPRESSED -> new Event.Detail.Skip(report.reason());
            case REFUSED -> new Event.Detail.Refusal(report.reason(), false);
            case OPENED, CLICKED -> visit(report);
            case UNSUBSCRIBED -> new Event.Detail.Leaving(scopes(report));
            case ACCEPTED, DELIVERED, CAMPAIGN_STATE, TEST -> null;
        };
    }

    private static String bounceKind(Happened report) {
        return switch (report.kind()) {
            case PERMANENT_BOUNCE -> "permanent";
            case TRANSIENT_BOUNCE -> "transient";
            case MESSAGE_FAULT -> "content";
            default -> "undetermined";
        };
    }

    private static Event.Detail visit(Happened report) {
        boolean machine = Judgement.isMachine(report);
        return report.detail() instanceof io.tidings.core.feedback.Detail.Visit visit
                ? new Event.Detail.Visit(visit.link(), visit.agent(), machine)
                : new Event.Detail.Visit(null, null, machine);
    }

    /** SES's own subscription pages know topics, or all of them. */
    private static List<String> scopes(Happened report) {
        return report.detail() instanceof Preferences left
                        && !left.leftAll()
                        && !left.leftTopics().isEmpty()
                ? left.leftTopics().stream()
                        .sorted()
                        .map(topic -> SuppressionScope.topic(topic).key())
                        .toList()
                : List.of(SuppressionScope.MARKETING.key());
    }
}
