package io.tidings.core.notification;

import io.tidings.core.address.RecipientId;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.suppression.Suppressions;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a notification must not be sent, as far as it is known now. */
public final class Refusals {

    private final SuppressionStore suppressions;
    private final SuppressionPolicy policy;

    public Refusals(SuppressionStore suppressions, SuppressionPolicy policy) {
        this.suppressions = suppressions;
        this.policy = policy;
    }

    public Optional<Refusal> of(Notification notification, Instant now) {
        return of(notification, suppressions.find(notification.to()), now);
    }

    private static boolean expired(Notification notification, Instant now) {
        return !notification.terms().expiresAt().isAfter(now);
    }

    /** Read now, of those of whom something is known. */
    Map<RecipientId, Suppressions> known(Collection<Notification> notifications) {
        return suppressions.find(notifications.stream()
                .map(notification -> notification.to().recipientId())
                .collect(Collectors.toSet()));
    }

    Optional<Refusal> of(Notification notification, Suppressions known, Instant now) {
        if (expired(notification, now)) {
            return Optional.of(Refusal.EXPIRED);
        }
        return known.decide(notification.terms().category().purpose(), now, policy)
                        instanceof Suppressions.Refused(Suppressions.Active by)
                ? Optional.of(Refusal.of(by))
                : Optional.empty();
    }
}
