package io.tidings.service.addresses;

import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.suppression.Suppressions.Active;
import java.util.List;

/** What a person should make of what is known, in plain words. */
final class Advice {

    private Advice() {}

    static String summary(boolean seen, List<Active> active, boolean notifications) {
        if (!seen) {
            return "Nothing is known of this address: it is in no audience, and nothing was ever sent to it.";
        }
        if (active.isEmpty()) {
            return "It gets mail.";
        }
        String why = active.getFirst().words();
        return notifications ? "It gets notifications, but not all campaigns: " + why : "It gets no mail: " + why;
    }

    static String nextStep(boolean seen, boolean contact, List<Active> active, List<Message> messages) {
        if (!seen) {
            return "Look for a typing error. To write to it, import it into an audience.";
        }
        if (!active.isEmpty()) {
            return switch (active.getFirst().reason()) {
                case BOUNCE ->
                    "Ask for another address. Lift it only if the mailbox's owner says that it exists again.";
                case SOFT_BOUNCES ->
                    "Wait until it ends by itself, or lift it if the owner says that the mailbox takes mail again.";
                case COMPLAINT -> "Do not write again. Lift it only if the recipient asks for mail in writing.";
                case UNSUBSCRIBED -> "Leave it. Lift it only if the recipient asks for mail again.";
                case PROVIDER_LIST -> "Ask for another address, or lift it, also at SES, if you know that it works.";
                case MANUAL -> "Ask whoever entered it why, and lift it if that no longer holds.";
            };
        }
        boolean cameBack =
                messages.stream().flatMap(message -> message.outcome().stream()).anyMatch(FactKind::isBounce);
        if (cameBack) {
            return "Nothing now: mail came back for a reason that may pass, and is tried again with the next one.";
        }
        return contact || !messages.isEmpty()
                ? "Nothing."
                : "Nothing stops mail to it. To send it campaigns, import it into an audience.";
    }
}
