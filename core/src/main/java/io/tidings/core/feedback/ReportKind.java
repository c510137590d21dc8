package io.tidings.core.feedback;

import io.tidings.core.ledger.FactKind;
import io.tidings.core.suppression.Suppression.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SES can tell of a message: which fact it is, and whether mail to the address must stop. */
public enum ReportKind {
    PERMANENT_BOUNCE(FactKind.BOUNCED_PERMANENT, Reason.BOUNCE),
    SUPPRESSED_BOUNCE(FactKind.SUPPRESSED_BOUNCE, Reason.PROVIDER_LIST),
    TRANSIENT_BOUNCE(FactKind.BOUNCED_TRANSIENT, null),
    UNDETERMINED_BOUNCE(FactKind.BOUNCED_UNDETERMINED, null),
    /** The mail's own fault, not the recipient's. */
    MESSAGE_FAULT(FactKind.MESSAGE_FAULT, null),
    AUTO_REPLY(FactKind.AUTO_REPLIED, null),
    COMPLAINT(FactKind.COMPLAINED, Reason.COMPLAINT),
    COMPLAINT_SUPPRESSED(FactKind.SUPPRESSED_BOUNCE, Reason.PROVIDER_LIST),
    NOT_SPAM(FactKind.OTHER, null),
    DELIVERED(FactKind.DELIVERED, null),
    SENT(FactKind.ACCEPTED, null),
    OPENED(FactKind.OPENED, null),
    CLICKED(FactKind.CLICKED, null),
    DELAYED(FactKind.DELAYED, null),
    REJECTED(FactKind.REJECTED, null),
    RENDERING_FAILED(FactKind.RENDERING_FAILED, null),
    UNSUBSCRIBED(FactKind.UNSUBSCRIBED, Reason.UNSUBSCRIBED),
    /** A type SES did not have when this was written: counted, never acted upon. */
    OTHER(FactKind.OTHER, null);

    private final FactKind fact;
    private final @Nullable Reason suppression;

    ReportKind(FactKind fact, @Nullable Reason suppression) {
        this.fact = fact;
        this.suppression = suppression;
    }

    public FactKind fact() {
        return fact;
    }

    /** Why mail to the address must stop, by SES's own words alone. */
    public Optional<Reason> suppression() {
        return Optional.ofNullable(suppression);
    }
}
