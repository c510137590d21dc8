package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.ProviderSuppressionList.Listed;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.Suppressions.Active;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our list beside the provider's, page by page in one direction or the other, so that no list is ever held whole. */
public final class CompareLists {

    private final SuppressionStore suppressions;
    private final ProviderSuppressionList provider;
    private final SuppressionPolicy policy;
    private final InstantSource clock;

    public CompareLists(
            SuppressionStore suppressions,
            ProviderSuppressionList provider,
            SuppressionPolicy policy,
            InstantSource clock) {
        this.suppressions = suppressions;
        this.provider = provider;
        this.policy = policy;
        this.clock = clock;
    }

    public enum Direction {
        /** The provider lists it, and nothing here stops all mail to it. */
        MISSING_HERE,
        /** A bounce or a complaint stops all mail to it here, and the provider does not list it. */
        MISSING_THERE
    }

    /** @param lifted whether somebody lifted here what the provider still holds against it */
    public record Drift(EmailAddress address, boolean complaint, Instant since, boolean lifted) {}

    public Page<Drift> compare(Direction direction, @Nullable String cursor, int limit) {
        return switch (direction) {
            case MISSING_HERE -> missingHere(cursor, limit);
            case MISSING_THERE -> missingThere(cursor, limit);
        };
    }

    /** Takes over into the list that lacks them what a page of the comparison shows; a second time changes nothing. */
    public Page<Drift> mend(Direction direction, @Nullable String cursor, int limit, String by) {
        Page<Drift> page = compare(direction, cursor, limit);
        for (Drift drift : page.items()) {
            switch (direction) {
                case MISSING_HERE -> suppressions.add(takenOver(drift, by));
                case MISSING_THERE -> provider.put(drift.address(), drift.complaint());
            }
        }
        return page;
    }

    /** As of now, because a person says so: whatever was lifted before holds again. */
    private Suppression takenOver(Drift drift, String by) {
        String evidence = by + " took it over from SES's list, where it is for a "
                + (drift.complaint() ? "complaint" : "bounce") + " since " + drift.since();
        return new Suppression(drift.address(), Reason.PROVIDER_LIST, evidence, clock.instant());
    }

    private Page<Drift> missingHere(@Nullable String cursor, int limit) {
        Page<Listed> page = provider.list(cursor, limit);
        List<Drift> drift = new ArrayList<>();
        for (int from = 0; from < page.items().size(); from += 50) {
            drift.addAll(
                    missingHere(page.items().subList(from, Math.min(page.items().size(), from + 50))));
        }
        return new Page<>(drift, page.next());
    }

    private List<Drift> missingHere(List<Listed> listed) {
        List<EmailAddress> addresses = listed.stream()
                .map(one -> EmailAddress.read(one.address()) instanceof EmailAddress.Valid(EmailAddress valid)
                        ? valid
                        : null)
                .toList();
        var known = suppressions.find(addresses.stream()
                .filter(Objects::nonNull)
                .map(EmailAddress::recipientId)
                .distinct()
                .toList());
        List<Drift> drift = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            EmailAddress address = addresses.get(i);
            if (address != null) {
                Suppressions ours = known.getOrDefault(address.recipientId(), Suppressions.none(address));
                if (stopped(ours).isEmpty()) {
                    boolean lifted =
                            !ours.in(SuppressionScope.EVERYTHING).lifts().isEmpty();
                    drift.add(new Drift(
                            address, listed.get(i).complaint(), listed.get(i).since(), lifted));
                }
            }
        }
        return drift;
    }

    private Optional<Active> stopped(Suppressions ours) {
        return ours.active(clock.instant(), policy).stream()
                .filter(active -> active.scope().equals(SuppressionScope.EVERYTHING))
                .findFirst();
    }

    private Page<Drift> missingThere(@Nullable String cursor, int limit) {
        Page<Suppressions> page = suppressions.list("", cursor, limit);
        List<Drift> drift = new ArrayList<>();
        for (Suppressions ours : page.items()) {
            ours.active(clock.instant(), policy).stream()
                    // The provider knows one scope only: who left the campaigns is not to lose his notifications by it.
                    .filter(active -> active.scope().equals(SuppressionScope.EVERYTHING))
                    .filter(active -> active.reason() == Reason.BOUNCE || active.reason() == Reason.COMPLAINT)
                    .findFirst()
                    .filter(_ -> provider.find(ours.address()).isEmpty())
                    .ifPresent(active -> drift.add(
                            new Drift(ours.address(), active.reason() == Reason.COMPLAINT, active.since(), false)));
        }
        return new Page<>(drift, page.next());
    }
}
