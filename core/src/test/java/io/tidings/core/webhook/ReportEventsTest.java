package io.tidings.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Detail.Preferences;
import io.tidings.core.feedback.Detail.Visit;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.ReportKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportEventsTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final Instant LATER = Samples.NOON.plusSeconds(9);

    @ParameterizedTest
    @CsvSource({
        "SENT, message.accepted",
        "DELIVERED, message.delivered",
        "PERMANENT_BOUNCE, message.bounced",
        "TRANSIENT_BOUNCE, message.bounced",
        "UNDETERMINED_BOUNCE, message.bounced",
        "MESSAGE_FAULT, message.bounced",
        "SUPPRESSED_BOUNCE, message.suppressed",
        "COMPLAINT_SUPPRESSED, message.suppressed",
        "COMPLAINT, message.complained",
        "OPENED, message.opened",
        "CLICKED, message.clicked",
        "UNSUBSCRIBED, message.unsubscribed",
        "AUTO_REPLY, ",
        "NOT_SPAM, ",
        "DELAYED, ",
        "REJECTED, message.refused",
        "RENDERING_FAILED, message.refused",
        "OTHER, "
    })
    void everyKindOfReportIsItsEventOrNone(ReportKind kind, @Nullable String wireName) {
        assertThat(ReportEvents.event(report(kind)).map(event -> event.type().wireName()))
                .isEqualTo(Optional.ofNullable(wireName));
    }

    @Test
    void theSameReportIsTheSameEvent() {
        assertThat(ReportEvents.event(report(ReportKind.DELIVERED)))
                .isPresent()
                .isEqualTo(ReportEvents.event(report(ReportKind.DELIVERED)));
    }

    @Test
    void whatDiffersInAnythingThatMattersIsAnotherEvent() {
        Visit one = new Visit("agent", "ip", "https://a.example", null);
        Visit two = new Visit("agent", "ip", "https://b.example", null);
        assertThat(List.of(
                        id(report(ReportKind.DELIVERED)),
                        id(report(ReportKind.OPENED)),
                        id(report(ReportKind.OPENED, Samples.NOON, "ses-1")),
                        id(report(ReportKind.OPENED, LATER, "ses-2")),
                        id(report(ReportKind.CLICKED).with(one)),
                        id(report(ReportKind.CLICKED).with(two)),
                        id(report(ReportKind.PERMANENT_BOUNCE)),
                        id(report(ReportKind.TRANSIENT_BOUNCE))))
                .doesNotHaveDuplicates();
    }

    @Test
    void idsSortByTheTimeSomethingHappened() {
        String early = id(report(ReportKind.OPENED, Samples.NOON, "ses-1"));
        String late = id(report(ReportKind.PERMANENT_BOUNCE, LATER, "ses-1"));
        assertThat(early).isLessThan(late).startsWith(EventIds.from(Samples.NOON));
    }

    @Test
    void mailThatIsNotOursIsNoEvent() {
        Happened foreign = new Happened(
                ReportKind.DELIVERED,
                LATER,
                Samples.NOON,
                "ses-1",
                List.of("ada@example.com"),
                List.of(),
                "",
                null,
                null);
        assertThat(ReportEvents.event(foreign)).isEmpty();
    }

    @Test
    void aBounceTellsWhatItMeans() {
        assertThat(subject(report(ReportKind.PERMANENT_BOUNCE)).detail())
                .isEqualTo(new Event.Detail.Bounce("permanent", "5.1.1", "no such mailbox"));
        assertThat(subject(report(ReportKind.MESSAGE_FAULT)).detail())
                .isEqualTo(new Event.Detail.Bounce("content", "5.1.1", "no such mailbox"));
    }

    @Test
    void aVisitTellsWhetherItWasAMachine() {
        Visit scanner = new Visit("Barracuda/5", null, "https://a.example", null);
        Visit person = new Visit("Firefox", null, "https://a.example", null);
        assertThat(subject(report(ReportKind.CLICKED).with(scanner)).detail())
                .isEqualTo(new Event.Detail.Visit("https://a.example", "Barracuda/5", true));
        assertThat(subject(report(ReportKind.CLICKED).with(person)).detail())
                .isEqualTo(new Event.Detail.Visit("https://a.example", "Firefox", false));
    }

    @Test
    void whoLeavesTopicsLeavesThese() {
        Preferences topics = new Preferences(false, false, Set.of("news", "jobs"), Set.of());
        Preferences all = new Preferences(true, false, Set.of("news"), Set.of());
        assertThat(subject(report(ReportKind.UNSUBSCRIBED).with(topics)).detail())
                .isEqualTo(new Event.Detail.Leaving(List.of("topic:jobs", "topic:news")));
        assertThat(subject(report(ReportKind.UNSUBSCRIBED).with(all)).detail())
                .isEqualTo(new Event.Detail.Leaving(List.of("marketing")));
    }

    private static String id(Happened report) {
        return ReportEvents.event(report).orElseThrow().id();
    }

    private static Event.OfMessage subject(Happened report) {
        return (Event.OfMessage) ReportEvents.event(report).orElseThrow().subject();
    }

    private static Happened report(ReportKind kind) {
        return report(kind, LATER, "ses-1");
    }

    private static Happened report(ReportKind kind, Instant at, String sesMessageId) {
        return new Happened(
                kind,
                at,
                Samples.NOON,
                sesMessageId,
                List.of(ADA.toString()),
                List.of(ADA.toString()),
                "no such mailbox",
                "5.1.1",
                new MessageTags(new Origin.OfNotification("n-1"), ADA.recipientId(), null, "conversation", 1));
    }
}
