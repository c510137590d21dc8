package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an address must not be written to, and what showed it.
 *
 * @param since when that happened, by the clock of who saw it
 * @param expiresAt from when on it no longer counts; never, when it is not given
 */
public record Suppression(
        EmailAddress address,
        SuppressionScope scope,
        Reason reason,
        String evidence,
        Instant since,
        @Nullable Instant expiresAt) {

    /** The stronger first: of several the first is the one that a person is told. */
    public enum Reason {
        BOUNCE("the address does not exist or refuses all mail"),
        COMPLAINT("the recipient marked our mail as spam"),
        UNSUBSCRIBED("the recipient unsubscribed"),
        PROVIDER_LIST("SES keeps the address on a suppression list"),
        MANUAL("somebody of yours put it on the list"),
        SOFT_BOUNCES("mail to the address kept coming back");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** From all mail, until it is lifted. */
    public Suppression(EmailAddress address, Reason reason, String evidence, Instant since) {
        this(address, SuppressionScope.EVERYTHING, reason, evidence, since, null);
    }

    public RecipientId id() {
        return address.recipientId();
    }
}
