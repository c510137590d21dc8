package io.tidings.core.feedback;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.feedback.Consequence.Delivered;
import io.tidings.core.feedback.Consequence.SoftBounce;
import io.tidings.core.feedback.Consequence.Suppress;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.SuppressionEntry;
import io.tidings.core.suppression.SuppressionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** Stores what reports change about who may be written to. The mailbox simulator changes nothing. */
final class RecordConsequences {

    /** A delivery that we hear of so late may lie between bounces we knew before. */
    private static final Duration LATE = Duration.ofHours(1);

    /** Of somebody's messages so many are looked through for the last delivery. */
    private static final int RECENT = 20;

    private final MessageLedger ledger;
    private final SuppressionStore suppressions;
    private final InstantSource clock;
    private final boolean givingUpIsPermanent;

    RecordConsequences(
            MessageLedger ledger, SuppressionStore suppressions, InstantSource clock, boolean givingUpIsPermanent) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.clock = clock;
        this.givingUpIsPermanent = givingUpIsPermanent;
    }

    void beforeFacts(OurReport ours) {
        if (ours.address().isSimulator()) {
            return;
        }
        for (Consequence consequence : Consequence.of(ours.report(), givingUpIsPermanent)) {
            if (consequence instanceof Suppress suppress) {
                suppressions.add(suppression(ours, suppress));
            } else if (consequence instanceof Consequence.Lift lift) {
                lift(ours, lift);
            }
        }
    }

    void afterFacts(OurReport ours) {
        if (ours.address().isSimulator()) {
            return;
        }
        for (Consequence consequence : Consequence.of(ours.report(), givingUpIsPermanent)) {
            if (consequence instanceof SoftBounce) {
                softBounce(ours);
            } else if (consequence instanceof Delivered) {
                delivered(ours);
            }
        }
    }

    private static Suppression suppression(OurReport ours, Suppress suppress) {
        Happened report = ours.report();
        String evidence =
                "mail " + report.sesMessageId() + " of " + ours.tags().origin().key() + ": " + report.reason();
        return new Suppression(ours.address(), suppress.scope(), suppress.reason(), evidence, report.at(), null);
    }

    private void lift(OurReport ours, Consequence.Lift lift) {
        SuppressionEntry.Lift made = new SuppressionEntry.Lift(
                lift.reason(),
                ours.report().at(),
                "the recipient",
                ours.report().reason());
        suppressions.change(ours.address(), known -> known.with(lift.scope(), made));
    }

    private void softBounce(OurReport ours) {
        String message = ours.tags().origin().key();
        Optional<Instant> delivered = lastDelivery(ours.address());
        suppressions.change(ours.address(), known -> {
            var more = known.withSoftBounce(message, ours.report().at());
            return delivered.map(more::withDelivery).orElse(more);
        });
    }

    private Optional<Instant> lastDelivery(EmailAddress address) {
        return ledger.newest(address.recipientId(), RECENT).stream()
                .map(Message::facts)
                .filter(facts -> facts.containsKey(FactKind.DELIVERED))
                .map(facts -> facts.get(FactKind.DELIVERED))
                .map(Fact::at)
                .max(Comparator.naturalOrder());
    }

    /**
     * A delivery ends a row of bounces. It costs a read only where there may be such a row: when mail to this person had been coming
     * back as this one was sent, or when we hear of it late. Others are found when the next bounce looks for them.
     */
    private void delivered(OurReport ours) {
        Happened report = ours.report();
        if (report.watched() || report.at().plus(LATE).isBefore(clock.instant())) {
            suppressions.change(
                    ours.address(), known -> known.softBounces().isEmpty() ? known : known.withDelivery(report.at()));
        }
    }
}
