package io.tidings.core.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a campaign stands still.
 *
 * @param said what SES answered, or who paused it
 * @param since nothing of those that were paused before this was kept
 */
public record PauseReason(
        PauseKind kind,
        @Nullable String said,
        @Nullable Instant since,
        @Nullable GuardEvidence evidence) {

    // SES says it in a sentence; a proxy in between may say it in a page of HTML.
    private static final int LONGEST_SAID = 500;

    public PauseReason {
        if (said != null && said.length() > LONGEST_SAID) {
            said = said.substring(0, LONGEST_SAID);
        }
    }

    public static PauseReason of(Halt halt, Instant now) {
        return new PauseReason(halt.kind(), halt.said(), now, null);
    }

    public static PauseReason byHand(String who, Instant now) {
        return new PauseReason(PauseKind.BY_HAND, "paused by " + who, now, null);
    }

    public static PauseReason of(GuardEvidence evidence, Instant now) {
        return new PauseReason(evidence.kind(), evidence.words(), now, evidence);
    }

    /** One sentence for a person, with what is known of this very case. */
    public String what() {
        String detail = said;
        return detail == null || detail.isBlank() ? kind.what() : kind.what() + " (" + detail + ")";
    }

    /** The fault of the account that stands in the way of every message. */
    public record Halt(PauseKind kind, String said) {}
}
