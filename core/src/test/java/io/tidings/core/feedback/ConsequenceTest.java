package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Consequence.Delivered;
import io.tidings.core.feedback.Consequence.Lift;
import io.tidings.core.feedback.Consequence.SoftBounce;
import io.tidings.core.feedback.Consequence.Suppress;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionScope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsequenceTest {

    private static final Origin SPRING = new Origin.OfCampaign("spring");
    private static final Origin CHAT = new Origin.OfNotification("n1");
    private static final SuppressionScope EVERYTHING = SuppressionScope.EVERYTHING;
    private static final SuppressionScope MARKETING = SuppressionScope.MARKETING;

    @Test
    void whatStopsAllMail() {
        assertThat(of(report(ReportKind.PERMANENT_BOUNCE, SPRING)))
                .containsExactly(new Suppress(EVERYTHING, Reason.BOUNCE));
        assertThat(of(report(ReportKind.SUPPRESSED_BOUNCE, CHAT)))
                .containsExactly(new Suppress(EVERYTHING, Reason.PROVIDER_LIST));
        assertThat(of(report(ReportKind.COMPLAINT_SUPPRESSED, SPRING)))
                .containsExactly(new Suppress(EVERYTHING, Reason.PROVIDER_LIST));
        assertThat(of(report(ReportKind.COMPLAINT, CHAT))).containsExactly(new Suppress(EVERYTHING, Reason.COMPLAINT));
    }

    @Test
    void whatStopsCampaignsAlone() {
        assertThat(of(report(ReportKind.COMPLAINT, SPRING))).containsExactly(new Suppress(MARKETING, Reason.COMPLAINT));
        assertThat(of(report(ReportKind.UNSUBSCRIBED, SPRING)))
                .containsExactly(new Suppress(MARKETING, Reason.UNSUBSCRIBED));
    }

    @Test
    void notSpamTakesBackAComplaint() {
        assertThat(of(report(ReportKind.NOT_SPAM, SPRING)))
                .containsExactly(new Lift(MARKETING, Reason.COMPLAINT), new Lift(EVERYTHING, Reason.COMPLAINT));
    }

    @Test
    void aTemporaryBounceCountsAndAListedOneIsPermanent() {
        Happened bounce = report(ReportKind.TRANSIENT_BOUNCE, SPRING);
        assertThat(of(bounce)).containsExactly(new SoftBounce());
        assertThat(of(bounce.with(new Bounce("Transient", "General", "failed", "5.4.4", "x"))))
                .containsExactly(new Suppress(EVERYTHING, Reason.BOUNCE));
        Happened givenUp = bounce.with(new Bounce("Transient", "General", "failed", "4.4.7", "x"));
        assertThat(of(givenUp)).containsExactly(new SoftBounce());
        assertThat(Consequence.of(givenUp, true)).containsExactly(new Suppress(EVERYTHING, Reason.BOUNCE));
    }

    @Test
    void aDeliveryEndsARowOfBounces() {
        assertThat(of(report(ReportKind.DELIVERED, SPRING))).containsExactly(new Delivered());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {
                "UNDETERMINED_BOUNCE",
                "MESSAGE_FAULT",
                "AUTO_REPLY",
                "SENT",
                "OPENED",
                "CLICKED",
                "DELAYED",
                "REJECTED",
                "RENDERING_FAILED",
                "OTHER"
            })
    void theRestSpeaksAgainstNobody(ReportKind kind) {
        assertThat(of(report(kind, SPRING))).isEmpty();
    }

    @Test
    void changedSubscriptionsStopAndResumeWhatTheyName() {
        Happened report = report(ReportKind.UNSUBSCRIBED, SPRING);
        assertThat(of(report.with(new Detail.Preferences(true, false, Set.of("news"), Set.of()))))
                .containsExactly(
                        new Suppress(MARKETING, Reason.UNSUBSCRIBED),
                        new Suppress(SuppressionScope.topic("news"), Reason.UNSUBSCRIBED));
        assertThat(of(report.with(new Detail.Preferences(false, true, Set.of("events"), Set.of("news")))))
                .containsExactly(
                        new Lift(MARKETING, Reason.UNSUBSCRIBED),
                        new Suppress(SuppressionScope.topic("events"), Reason.UNSUBSCRIBED),
                        new Lift(SuppressionScope.topic("news"), Reason.UNSUBSCRIBED));
    }

    private static List<Consequence> of(Happened report) {
        return Consequence.of(report, false);
    }

    private static Happened report(ReportKind kind, Origin origin) {
        return new Happened(
                kind,
                Samples.NOON,
                Samples.NOON,
                "ses-1",
                List.of(),
                List.of(),
                "as tested",
                null,
                new MessageTags(origin, Samples.address().recipientId(), null, 1));
    }
}
