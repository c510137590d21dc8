package io.tidings.core.suppression;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import java.time.Instant;

/** An address we must not write to, and what showed it. */
public record Suppression(EmailAddress address, Reason reason, String evidence, Instant since) {

    public enum Reason {
        BOUNCE("the address does not exist or refuses all mail"),
        COMPLAINT("the recipient marked our mail as spam"),
        UNSUBSCRIBED("the recipient unsubscribed"),
        PROVIDER_LIST("SES keeps the address on a suppression list");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public RecipientId id() {
        return address.recipientId();
    }
}
