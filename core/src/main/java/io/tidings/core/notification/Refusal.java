package io.tidings.core.notification;

import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.Suppressions;

/**
 * Why a mail is not sent.
 *
 * @param code for a program
 * @param words for a person
 */
public record Refusal(String code, String words) {

    static final Refusal EXPIRED = new Refusal("expired", "It expired before it could be sent.");
    static final Refusal CAPPED =
            new Refusal("daily-cap", "This person has had as many mails today as the account allows.");

    static Refusal of(Suppressions.Active by) {
        return new Refusal(by.reason() == Reason.UNSUBSCRIBED ? "unsubscribed" : "suppressed", by.words());
    }
}
