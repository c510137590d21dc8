package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry.Evidence;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import io.tidings.core.suppression.SuppressionEntry.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one address that speaks against writing to it. Every change only adds, and in whichever order changes come, the
 * same is known after them; what follows from it is decided anew each time.
 *
 * @param revision 0 when it is not stored yet
 */
public record Suppressions(
        EmailAddress address, Map<SuppressionScope, SuppressionEntry> entries, SoftBounces softBounces, long revision) {

    public Suppressions {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    public static Suppressions none(EmailAddress address) {
        return new Suppressions(address, Map.of(), SoftBounces.NONE, 0);
    }

    /**
     * A suppression that holds.
     *
     * @param until when it ends by itself
     */
    public record Active(
            SuppressionScope scope,
            Reason reason,
            Instant since,
            @Nullable Instant until,
            String evidence) {

        /** One sentence for a person. */
        public String words() {
            return reason.words() + " (stops " + scope.words() + ", since "
                    + since.toString().substring(0, 10) + ")";
        }
    }

    public sealed interface Decision {}

    public record Allowed() implements Decision {}

    /** @param by the entry that decided */
    public record Refused(Active by) implements Decision {}

    /** Whether a mail may be sent now. */
    public Decision decide(Purpose purpose, Instant now, SuppressionPolicy policy) {
        return active(now, policy).stream()
                .filter(active -> stops(active, purpose, policy))
                .findFirst()
                .<Decision>map(Refused::new)
                .orElseGet(Allowed::new);
    }

    private static boolean stops(Active active, Purpose purpose, SuppressionPolicy policy) {
        return active.scope().covers(purpose)
                || policy.complaintsStopNotifications() && active.reason() == Reason.COMPLAINT;
    }

    /** Those that hold now, the widest and strongest first. */
    public List<Active> active(Instant now, SuppressionPolicy policy) {
        List<Active> all = new ArrayList<>();
        entries.forEach((scope, entry) -> entry.seen().forEach((reason, seen) -> {
            Active active = active(scope, reason, seen, entry.liftedAt(reason), policy);
            if (active != null) {
                all.add(active);
            }
        }));
        soft(policy).ifPresent(all::add);
        return all.stream()
                .filter(active -> active.until() == null || active.until().isAfter(now))
                .sorted(java.util.Comparator.comparing(Active::scope).thenComparing(Active::reason))
                .toList();
    }

    private static @Nullable Active active(
            SuppressionScope scope, Reason reason, Seen seen, @Nullable Instant lifted, SuppressionPolicy policy) {
        Evidence last = seen.last();
        if (lifted != null && last.at().isBefore(lifted)) {
            return null;
        }
        Evidence since = lifted != null && seen.first().at().isBefore(lifted) ? last : seen.first();
        Instant until = last.expiresAt();
        if (until == null && reason == Reason.BOUNCE && policy.bounceExpiry() != null) {
            until = last.at().plus(policy.bounceExpiry());
        }
        return new Active(scope, reason, since.at(), until, last.what());
    }

    private Optional<Active> soft(SuppressionPolicy policy) {
        return softBounces
                .run(policy, in(SuppressionScope.EVERYTHING).liftedAt(Reason.SOFT_BOUNCES))
                .map(run -> new Active(
                        SuppressionScope.EVERYTHING,
                        Reason.SOFT_BOUNCES,
                        run.since(),
                        run.last().plus(policy.softExpiry()),
                        run.bounces() + " temporary bounces without a delivery between, the last at " + run.last()));
    }

    public Suppressions with(Suppression more) {
        Evidence evidence = new Evidence(more.since(), more.evidence(), more.expiresAt());
        return changed(more.scope(), entry -> entry.with(more.reason(), evidence));
    }

    public Suppressions with(SuppressionScope scope, Lift lift) {
        return changed(scope, entry -> entry.with(lift));
    }

    public Suppressions withSoftBounce(String message, Instant at) {
        return new Suppressions(address, entries, softBounces.withBounce(message, at), revision);
    }

    public Suppressions withDelivery(Instant at) {
        return new Suppressions(address, entries, softBounces.withDelivery(at), revision);
    }

    private Suppressions changed(SuppressionScope scope, UnaryOperator<SuppressionEntry> change) {
        Map<SuppressionScope, SuppressionEntry> more = new TreeMap<>(entries);
        more.put(scope, change.apply(in(scope)));
        return new Suppressions(address, more, softBounces, revision);
    }

    /** What is known in one scope, perhaps nothing. */
    public SuppressionEntry in(SuppressionScope scope) {
        return entries.getOrDefault(scope, SuppressionEntry.NONE);
    }

    public RecipientId id() {
        return address.recipientId();
    }
}
