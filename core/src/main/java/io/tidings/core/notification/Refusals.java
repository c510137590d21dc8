package io.tidings.core.notification;

import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import java.time.Instant;
import java.util.Optional;

/** Whether a notification must not be sent, as far as it is known now. */
public final class Refusals {

    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;

    public Refusals(SuppressionStore suppressions, SuppressionPolicy policy) {
        this.suppressions = suppressions;
        this.policy = policy;
    }

    public Optional<Refusal> of(Notification notification, Instant now) {
        return expired(notification, now)
                ? Optional.of(Refusal.EXPIRED)
                : of(notification, suppressions.find(notification.to()), now);
    }

    static boolean expired(Notification notification, Instant now) {
        return !notification.terms().expiresAt().isAfter(now);
    }

    Suppressions known(Notification notification) {
        return suppressions.find(notification.to());
    }

    Optional<Refusal> of(Notification notification, Suppressions known, Instant now) {
        return known.decide(notification.terms().category().purpose(), now, policy)
                        instanceof Suppressions.Refused(Suppressions.Active by)
                ? Optional.of(Refusal.of(by))
                : Optional.empty();
    }
}
