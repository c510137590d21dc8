package io.tidings.service.campaigns;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.campaign.GuardEvidence;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a campaign stands still, in words for the marketer. */
@Serdeable
@Schema(name = "Pause")
public record PauseView(
        @Schema(
                allowableValues = {
                    "byHand",
                    "tooManyBounces",
                    "tooManyComplaints",
                    "sendingPaused",
                    "accountSuspended",
                    "senderNotVerified",
                    "mailFromNotVerified",
                    "configurationSetMissing",
                    "configurationSetPaused",
                    "sendingPoolMissing",
                    "sandbox",
                    "dailyQuotaSpent",
                    "quotaUnknown",
                    "credentialsRefused",
                    "accountRefused"
                })
        String kind,

        @Schema(description = "what happened") String what,
        @Schema(description = "what to do") String todo,

        @Schema(description = "it goes on when nobody does anything")
        boolean resumesByItself,

        @Schema(description = "resuming needs acknowledge: true")
        boolean needsAcknowledging,

        @Schema(description = "what SES answered, or who paused it") @Nullable
        String said,

        @Nullable EvidenceView evidence,
        @Nullable Instant since) {

    @Serdeable
    @Schema(name = "GuardEvidence", description = "the figures that made the campaign pause, as they were then")
    public record EvidenceView(
            @Schema(allowableValues = {"bounces", "complaints"})
            String rateOf,

            @Schema(description = "bounces or complaints") long count,

            @Schema(description = "messages that SES took and tried")
            long of,

            @Schema(description = "count / of") double rate,

            @Schema(description = "the true rate is above it, with 99.5 % certainty")
            double bound,

            double limit,

            @Schema(description = "how many had been tried when it was last resumed knowing the figures; not in of")
            long since,

            @Schema(description = "where most of them were, of those looked at")
            List<DomainView> domains,

            List<ExampleView> examples) {
        static EvidenceView of(GuardEvidence evidence) {
            return new EvidenceView(
                    evidence.kind() == PauseKind.TOO_MANY_BOUNCES ? "bounces" : "complaints",
                    evidence.count(),
                    evidence.of(),
                    evidence.rate(),
                    evidence.bound(),
                    evidence.limit(),
                    evidence.since(),
                    evidence.domains().stream()
                            .map(one -> new DomainView(one.domain(), one.count()))
                            .toList(),
                    evidence.examples().stream()
                            .map(one -> new ExampleView(one.address(), one.why()))
                            .toList());
        }
    }

    @Serdeable
    @Schema(name = "GuardEvidenceDomain")
    public record DomainView(String domain, long count) {}

    @Serdeable
    @Schema(name = "GuardEvidenceExample")
    public record ExampleView(String email, String why) {}

    static @Nullable PauseView of(@Nullable PauseReason pause) {
        if (pause == null) {
            return null;
        }
        PauseKind kind = pause.kind();
        GuardEvidence evidence = pause.evidence();
        return new PauseView(
                nameOf(kind),
                kind.what(),
                kind.todo(),
                kind.resumesByItself(),
                kind.byGuard(),
                pause.said(),
                evidence == null ? null : EvidenceView.of(evidence),
                pause.since());
    }

    private static String nameOf(PauseKind kind) {
        return switch (kind) {
            case BY_HAND -> "byHand";
            case TOO_MANY_BOUNCES -> "tooManyBounces";
            case TOO_MANY_COMPLAINTS -> "tooManyComplaints";
            case SENDING_PAUSED -> "sendingPaused";
            case ACCOUNT_SUSPENDED -> "accountSuspended";
            case SENDER_NOT_VERIFIED -> "senderNotVerified";
            case MAIL_FROM_NOT_VERIFIED -> "mailFromNotVerified";
            case CONFIGURATION_SET_MISSING -> "configurationSetMissing";
            case CONFIGURATION_SET_PAUSED -> "configurationSetPaused";
            case SENDING_POOL_MISSING -> "sendingPoolMissing";
            case SANDBOX -> "sandbox";
            case DAILY_QUOTA_SPENT -> "dailyQuotaSpent";
            case QUOTA_UNKNOWN -> "quotaUnknown";
            case CREDENTIALS_REFUSED -> "credentialsRefused";
            case ACCOUNT_REFUSED -> "accountRefused";
        };
    }
}
