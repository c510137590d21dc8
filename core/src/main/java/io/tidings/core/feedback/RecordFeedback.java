package io.tidings.core.feedback;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes facts, counters and suppressions of what SES reports. When it returns, all of it is stored, and the reports may be forgotten. */
public final class RecordFeedback {

    private final Recorder recorder;
    private final SuppressionStore suppressions;

    public RecordFeedback(MessageLedger ledger, SuppressionStore suppressions) {
        this.recorder = new Recorder(ledger);
        this.suppressions = suppressions;
    }

    /** @return how many of the reports were about messages of ours */
    public int record(List<Happened> reports) {
        List<News> news = new ArrayList<>();
        for (Happened report : reports) {
            ourRecipient(report).ifPresent(address -> {
                // Before the facts: a crash between the two repeats both, and neither minds.
                report.kind()
                        .suppression()
                        .ifPresent(reason ->
                                suppressions.add(new Suppression(address, reason, evidence(report), report.at())));
                news.add(newsOf(report, address));
            });
        }
        recorder.record(news);
        return news.size();
    }

    /**
     * One of our mails has one recipient, so what we wrote to is certain; the address a report names may be another one, where somebody
     * forwards his mail.
     */
    private static Optional<EmailAddress> ourRecipient(Happened report) {
        MessageTags tags = report.tags();
        if (tags == null) {
            return Optional.empty();
        }
        return report.sentTo().stream()
                .map(EmailAddress::read)
                .filter(EmailAddress.Valid.class::isInstance)
                .map(reading -> ((EmailAddress.Valid) reading).address())
                .filter(address -> address.recipientId().equals(tags.recipient()))
                .findFirst();
    }

    private static News newsOf(Happened report, EmailAddress address) {
        MessageTags tags = Objects.requireNonNull(report.tags());
        List<Fact> facts = new ArrayList<>();
        // Whatever SES reports, it had taken the mail: that settles a message we did not know the answer for.
        facts.add(Fact.reportedAcceptance(report.mailedAt(), report.sesMessageId()));
        if (report.kind().fact() != FactKind.ACCEPTED) {
            facts.add(new Fact(report.kind().fact(), report.at(), report.reason(), report.status()));
        }
        return new News(address, tags.origin(), tags.templateId(), tags.topic(), facts);
    }

    private static String evidence(Happened report) {
        return report.kind() + " of mail " + report.sesMessageId() + ": " + report.reason();
    }
}
