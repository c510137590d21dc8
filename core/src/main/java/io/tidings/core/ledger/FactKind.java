package io.tidings.core.ledger;

import io.tidings.core.statistics.Metric;

/** What can happen to a message. Each is recorded once. The order is that of strength: the last one known is the message's outcome. */
public enum FactKind {
    /** It was asked for, SES never reported it, and the campaign does not ask again. No outcome: whatever is learnt later is stronger. */
    LEFT_UNKNOWN(Metric.LEFT_UNKNOWN),
    SKIPPED(Metric.SKIPPED),
    /** SES would not take it, for a reason that may pass. */
    REFUSED_FOR_NOW(Metric.REFUSED_FOR_NOW),
    REFUSED(Metric.REFUSED),
    ACCEPTED(Metric.ACCEPTED),
    OTHER(Metric.OTHER),
    DELAYED(Metric.DELAYED),
    DELIVERED(Metric.DELIVERED),
    AUTO_REPLIED(Metric.AUTO_REPLIED),
    OPENED(Metric.OPENED),
    CLICKED(Metric.CLICKED),
    UNSUBSCRIBED(Metric.UNSUBSCRIBED),
    RENDERING_FAILED(Metric.RENDERING_FAILED),
    REJECTED(Metric.REJECTED),
    BOUNCED_UNDETERMINED(Metric.BOUNCED_UNDETERMINED),
    BOUNCED_TRANSIENT(Metric.BOUNCED_TRANSIENT),
    SUPPRESSED_BOUNCE(Metric.SUPPRESSED_BOUNCES),
    BOUNCED_PERMANENT(Metric.BOUNCED_PERMANENT),
    COMPLAINED(Metric.COMPLAINED);

    private final Metric metric;

    FactKind(Metric metric) {
        this.metric = metric;
    }

    public Metric metric() {
        return metric;
    }

    /** SES reports these of messages it took, so each of them shows that the message was accepted. */
    public boolean showsAcceptance() {
        return comesAfterAsking() && this != UNSUBSCRIBED;
    }

    /** It tells what became of a message that SES took. */
    public boolean comesAfterAsking() {
        return compareTo(ACCEPTED) > 0;
    }

    /** The recipient's server refused it. */
    public boolean isBounce() {
        return this == BOUNCED_PERMANENT || this == BOUNCED_TRANSIENT || this == BOUNCED_UNDETERMINED;
    }

    /** Someone may want to look: such messages are in the index of what went wrong. */
    public boolean wentWrong() {
        return switch (this) {
            case LEFT_UNKNOWN,
                    SKIPPED,
                    REFUSED_FOR_NOW,
                    REFUSED,
                    DELAYED,
                    RENDERING_FAILED,
                    REJECTED,
                    COMPLAINED,
                    UNSUBSCRIBED -> true;
            case BOUNCED_UNDETERMINED, BOUNCED_TRANSIENT, BOUNCED_PERMANENT, SUPPRESSED_BOUNCE -> true;
            case ACCEPTED, OTHER, DELIVERED, AUTO_REPLIED, OPENED, CLICKED -> false;
        };
    }
}
