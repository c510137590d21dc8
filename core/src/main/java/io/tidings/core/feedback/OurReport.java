package io.tidings.core.feedback;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.MessageTags;
import java.util.Optional;

/** A report about a message of ours, and to whom that was. */
public record OurReport(Happened report, EmailAddress address, MessageTags tags) {

    /**
     * One of our mails has one recipient, so what we wrote to is certain; the address a report names may be another one, where somebody
     * forwards his mail.
     */
    public static Optional<OurReport> of(Happened report) {
        MessageTags tags = report.tags();
        if (tags == null) {
            return Optional.empty();
        }
        return report.sentTo().stream()
                .map(EmailAddress::read)
                .filter(EmailAddress.Valid.class::isInstance)
                .map(reading -> ((EmailAddress.Valid) reading).address())
                .filter(address -> address.recipientId().equals(tags.recipient()))
                .findFirst()
                .map(address -> new OurReport(report, address, tags));
    }
}
