package io.tidings.core.ledger;

import io.tidings.core.statistics.Metric;

/** What can happen to a message. Each is recorded once. The order is that of strength: the last one known is the message's outcome. */
public enum FactKind {
    /** A notification could go: it was posted, and whatever it had to wait for was over. Its times are reckoned from here. */
    READY(Metric.ACCEPTED),
    /** SES was asked for it; how long that took to come about is how long a notification waited. */
    ASKED(Metric.ACCEPTED),
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
    /** The first that may have been a person; with the time of delivery it may turn out to have been too soon for one. */
    OPENED_BY_HUMAN(Metric.OPENED_BY_HUMAN),
    /** The same of the latest hour in which there was one. It counts when the first was too soon. */
    OPENED_BY_HUMAN_AGAIN(Metric.OPENED_BY_HUMAN),
    OPENED_BY_MACHINE(Metric.OPENED_BY_MACHINE),
    CLICKED(Metric.CLICKED),
    CLICKED_BY_HUMAN(Metric.CLICKED_BY_HUMAN),
    CLICKED_BY_HUMAN_AGAIN(Metric.CLICKED_BY_HUMAN),
    CLICKED_BY_MACHINE(Metric.CLICKED_BY_MACHINE),
    /** Which links were followed and when: what the judgements on clicks rest on. It counts for nothing by itself. */
    CLICKED_LINKS(Metric.CLICKED),
    UNSUBSCRIBED(Metric.UNSUBSCRIBED),
    RENDERING_FAILED(Metric.RENDERING_FAILED),
    REJECTED(Metric.REJECTED),
    /** The other side would not have this mail, whoever it was for: too large, or of a content it does not take. */
    MESSAGE_FAULT(Metric.MESSAGE_FAULTS),
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

    /** Rare, and looked at often: such messages are in the index of what went wrong. */
    public boolean isListed() {
        return wentWrong() || this == AUTO_REPLIED;
    }

    /**
     * Whether a message in which this counts can have this stronger one, too. What SES took is none of what it refused or was never asked
     * for; only to leave is possible with any mail.
     */
    public boolean canLieUnder(FactKind stronger) {
        return compareTo(stronger) < 0 && (comesAfterAsking() || stronger == UNSUBSCRIBED);
    }

    /** Someone may want to look. */
    public boolean wentWrong() {
        return switch (this) {
            case LEFT_UNKNOWN,
                    SKIPPED,
                    REFUSED_FOR_NOW,
                    REFUSED,
                    DELAYED,
                    RENDERING_FAILED,
                    REJECTED,
                    MESSAGE_FAULT,
                    COMPLAINED,
                    UNSUBSCRIBED -> true;
            case BOUNCED_UNDETERMINED, BOUNCED_TRANSIENT, BOUNCED_PERMANENT, SUPPRESSED_BOUNCE -> true;
            case READY, ASKED -> false;
            case ACCEPTED, OTHER, DELIVERED, AUTO_REPLIED, OPENED, CLICKED -> false;
            case OPENED_BY_HUMAN, OPENED_BY_HUMAN_AGAIN, OPENED_BY_MACHINE -> false;
            case CLICKED_BY_HUMAN, CLICKED_BY_HUMAN_AGAIN, CLICKED_BY_MACHINE, CLICKED_LINKS -> false;
        };
    }

    /** A mark on the way to {@link #ACCEPTED}. It counts for nothing by itself, and is no outcome. */
    public boolean isMark() {
        return this == READY || this == ASKED;
    }

    /** Who opened or clicked, and what shows it; an opinion about a fact, so never the outcome of a message. */
    public boolean isJudgement() {
        return isJudgementOf(OPENED) || isJudgementOf(CLICKED);
    }

    boolean isJudgementOf(FactKind happened) {
        return switch (this) {
            case OPENED_BY_HUMAN, OPENED_BY_HUMAN_AGAIN, OPENED_BY_MACHINE -> happened == OPENED;
            case CLICKED_BY_HUMAN, CLICKED_BY_HUMAN_AGAIN, CLICKED_BY_MACHINE, CLICKED_LINKS -> happened == CLICKED;
            default -> false;
        };
    }
}
