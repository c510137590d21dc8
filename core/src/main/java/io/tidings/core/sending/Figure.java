package io.tidings.core.sending;

import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A number that a campaign shows. It counts whoever has one of its facts, whatever came before or after, unless something overrules it:
 * as the counters do, so that it opens to exactly so many people.
 */
public enum Figure {
    ACCEPTED(FactKind.ACCEPTED),
    DELIVERED(FactKind.DELIVERED),
    OPENED(FactKind.OPENED),
    CLICKED(FactKind.CLICKED),
    AUTO_REPLIED(FactKind.AUTO_REPLIED),
    DELAYED(FactKind.DELAYED),
    UNSUBSCRIBED(FactKind.UNSUBSCRIBED),
    COMPLAINED(FactKind.COMPLAINED),
    BOUNCED(
            FactKind.BOUNCED_PERMANENT,
            FactKind.BOUNCED_TRANSIENT,
            FactKind.BOUNCED_UNDETERMINED,
            FactKind.SUPPRESSED_BOUNCE),
    BOUNCED_PERMANENT(FactKind.BOUNCED_PERMANENT),
    BOUNCED_TRANSIENT(FactKind.BOUNCED_TRANSIENT),
    BOUNCED_UNDETERMINED(FactKind.BOUNCED_UNDETERMINED),
    SUPPRESSED_BOUNCES(FactKind.SUPPRESSED_BOUNCE),
    REJECTED(FactKind.REJECTED),
    RENDERING_FAILED(FactKind.RENDERING_FAILED),
    MESSAGE_FAULTS(FactKind.MESSAGE_FAULT),
    SKIPPED(FactKind.SKIPPED),
    REFUSED(FactKind.REFUSED_FOR_NOW, FactKind.REFUSED),
    /** The fact is that of those who are not asked for again; of the others nothing is known but that they were asked for. */
    UNKNOWN(FactKind.LEFT_UNKNOWN),
    /** Not asked for yet: who waits or, of a cancelled campaign, who is cancelled. */
    UNCLAIMED();

    private final List<FactKind> kinds;

    Figure(FactKind... kinds) {
        this.kinds = List.of(kinds);
    }

    boolean counts(Message message) {
        return reason(message).isPresent();
    }

    /** The fact that puts it here; the strongest, where there are several. */
    public Optional<Fact> reason(Message message) {
        return kinds.stream()
                .filter(kind -> message.has(kind) && !message.overruled(kind))
                .max(Comparator.naturalOrder())
                .map(message.facts()::get);
    }

    /** Whether everybody in it is in the index of what went wrong. */
    boolean isListed() {
        return !kinds.isEmpty() && kinds.stream().allMatch(FactKind::isListed);
    }

    /**
     * Under which kinds its messages lie in the index, the weakest first: each lies under the strongest that counts, so under its own or
     * under a stronger one.
     */
    List<FactKind> lists() {
        return Arrays.stream(FactKind.values())
                .filter(FactKind::isListed)
                .filter(list -> kinds.stream().anyMatch(kind -> kind == list || kind.canLieUnder(list)))
                .toList();
    }

    /** Nearly everybody listed there is in it. */
    boolean fills(FactKind list) {
        return kinds.contains(list);
    }
}
