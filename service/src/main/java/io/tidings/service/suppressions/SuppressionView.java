package io.tidings.service.suppressions;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.suppression.SuppressionEntry;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.Suppressions;
import io.tidings.core.suppression.Suppressions.Active;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One address: what stops mail to it now, what once did, and who lifted it. */
@Serdeable
@Schema(name = "Suppressed")
public record SuppressionView(String email, List<Stopping> stops, List<Evidence> history, List<LiftView> lifts) {

    /** @param why the sentence for a person */
    @Serdeable
    @Schema(name = "Suppression")
    public record Stopping(
            String scope,

            @Schema(allowableValues = {"bounce", "complaint", "unsubscribed", "providerList", "manual", "softBounces"})
            String reason,

            Instant since,
            @Nullable Instant until,
            String evidence,
            String why) {
        static Stopping of(Active active) {
            return new Stopping(
                    active.scope().key(),
                    Words.name(active.reason()),
                    active.since(),
                    active.until(),
                    active.evidence(),
                    active.words());
        }
    }

    @Serdeable
    @Schema(name = "SuppressionEvidence")
    public record Evidence(
            String scope,
            String reason,
            Instant at,
            String evidence,
            @Nullable Instant expiresAt) {}

    /** @param reason nothing, when all reasons of the scope were lifted */
    @Serdeable
    @Schema(name = "SuppressionLift")
    public record LiftView(String scope, @Nullable String reason, Instant at, String by, String why) {}

    public static SuppressionView of(Suppressions known, Instant now, SuppressionPolicy policy) {
        List<Evidence> history = new ArrayList<>();
        List<LiftView> lifts = new ArrayList<>();
        known.entries().forEach((scope, entry) -> {
            entry.seen().forEach((reason, seen) -> {
                history.add(evidence(scope.key(), Words.name(reason), seen.first()));
                if (!seen.last().equals(seen.first())) {
                    history.add(evidence(scope.key(), Words.name(reason), seen.last()));
                }
            });
            entry.lifts().forEach(lift -> lifts.add(lift(scope.key(), lift)));
        });
        return new SuppressionView(
                known.address().toString(),
                known.active(now, policy).stream().map(Stopping::of).toList(),
                history,
                lifts);
    }

    private static Evidence evidence(String scope, String reason, SuppressionEntry.Evidence evidence) {
        return new Evidence(scope, reason, evidence.at(), evidence.what(), evidence.expiresAt());
    }

    private static LiftView lift(String scope, SuppressionEntry.Lift lift) {
        return new LiftView(
                scope, lift.reason() == null ? null : Words.name(lift.reason()), lift.at(), lift.by(), lift.why());
    }
}
