package io.tidings.core.sending;

import io.tidings.core.campaign.PauseKind;

/** What became of handing one message to SES. */
public sealed interface SendOutcome {

    record Accepted(String sesMessageId) implements SendOutcome {}

    /** Surely not sent, because SES takes no more for the moment: it goes back to the queue, and all go slower. */
    record Throttled(String why) implements SendOutcome {}

    /** Surely not sent, and neither the message's fault nor the rate's: it goes back to the queue. */
    record NotReached(String why) implements SendOutcome {}

    /** SES will not send this message to this recipient. */
    record Refused(String why) implements SendOutcome {}

    /** SES did not send it, for a reason that may pass: it can be tried again when the campaign has finished. */
    record RefusedForNow(String why) implements SendOutcome {}

    /** It may have been sent. */
    record Unknown(String why) implements SendOutcome {}

    /** Surely not sent, because the account's quota for 24 hours is spent: it goes back to the queue for longer. */
    record QuotaSpent(String why) implements SendOutcome {}

    /** Surely not sent, and nothing will be until a person acts: the campaign pauses with this reason. */
    record Halted(PauseKind kind, String why) implements SendOutcome {}
}
