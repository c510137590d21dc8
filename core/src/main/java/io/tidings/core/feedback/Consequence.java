package io.tidings.core.feedback;

import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionScope;
import java.util.ArrayList;
import java.util.List;

/** What a report changes about whether its recipient may be written to. */
sealed interface Consequence {

    record Suppress(SuppressionScope scope, Reason reason) implements Consequence {}

    record Lift(SuppressionScope scope, Reason reason) implements Consequence {}

    record SoftBounce() implements Consequence {}

    record Delivered() implements Consequence {}

    /** @param givingUpIsPermanent whether 4.4.7, SES tried for as long as it tries, is treated as a permanent bounce */
    static List<Consequence> of(Happened report, boolean givingUpIsPermanent) {
        if (report.detail() instanceof Detail.Preferences preferences) {
            return of(preferences);
        }
        return switch (report.kind()) {
            case PERMANENT_BOUNCE -> List.of(new Suppress(SuppressionScope.EVERYTHING, Reason.BOUNCE));
            case TRANSIENT_BOUNCE -> List.of(ofTransient(report, givingUpIsPermanent));
            case SUPPRESSED_BOUNCE, COMPLAINT_SUPPRESSED ->
                List.of(new Suppress(SuppressionScope.EVERYTHING, Reason.PROVIDER_LIST));
            case COMPLAINT -> List.of(new Suppress(complainedOf(report), Reason.COMPLAINT));
            case NOT_SPAM ->
                List.of(
                        new Lift(SuppressionScope.MARKETING, Reason.COMPLAINT),
                        new Lift(SuppressionScope.EVERYTHING, Reason.COMPLAINT));
            case UNSUBSCRIBED -> List.of(new Suppress(SuppressionScope.MARKETING, Reason.UNSUBSCRIBED));
            case DELIVERED -> List.of(new Delivered());
            // Older SES reports automatic replies as undetermined, so these stop nothing.
            case UNDETERMINED_BOUNCE, AUTO_REPLY, MESSAGE_FAULT -> List.of();
            case SENT, OPENED, CLICKED, DELAYED, REJECTED, RENDERING_FAILED, OTHER -> List.of();
        };
    }

    private static Consequence ofTransient(Happened report, boolean givingUpIsPermanent) {
        return report.detail() instanceof Bounce bounce && bounce.neverPasses(givingUpIsPermanent)
                ? new Suppress(SuppressionScope.EVERYTHING, Reason.BOUNCE)
                : new SoftBounce();
    }

    /** Who complains of a campaign may still want to know that somebody wrote to him; who complains of that wants nothing. */
    private static SuppressionScope complainedOf(Happened report) {
        MessageTags tags = report.tags();
        return tags != null && tags.origin() instanceof Origin.OfNotification
                ? SuppressionScope.EVERYTHING
                : SuppressionScope.MARKETING;
    }

    private static List<Consequence> of(Detail.Preferences preferences) {
        List<Consequence> all = new ArrayList<>();
        if (preferences.leftAll()) {
            all.add(new Suppress(SuppressionScope.MARKETING, Reason.UNSUBSCRIBED));
        } else if (preferences.cameBack()) {
            all.add(new Lift(SuppressionScope.MARKETING, Reason.UNSUBSCRIBED));
        }
        preferences.leftTopics().stream()
                .sorted()
                .map(SuppressionScope::topic)
                .forEach(topic -> all.add(new Suppress(topic, Reason.UNSUBSCRIBED)));
        preferences.joinedTopics().stream()
                .sorted()
                .map(SuppressionScope::topic)
                .forEach(topic -> all.add(new Lift(topic, Reason.UNSUBSCRIBED)));
        return all;
    }
}
