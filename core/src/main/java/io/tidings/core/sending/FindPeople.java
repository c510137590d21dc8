package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a figure of a campaign to the people in it, page by page. What is rare is read where it is listed; everything else is found by
 * walking the audience, a bounded part of it a page.
 */
public final class FindPeople {

    /** A page looks at about so many; one with few of the figure's people among those is short, or empty, before the last. */
    static final int MOST_LOOKED_AT = 2_000;
    /** So many are read together where hardly anybody is found. */
    static final int MOST_AT_ONCE = 500;

    /** @param message nothing is known yet of who waits or is unknown */
    public record Person(RecipientId id, Optional<Message> message) {

        static Person of(Message message) {
            return new Person(message.recipient(), Optional.of(message));
        }
    }

    /**
     * @param next where to go on; nothing when that was all
     * @param lookedAt how many people were looked at for it
     */
    public record Found(List<Person> people, @Nullable String next, int lookedAt) {
        static final Found NOBODY = new Found(List.of(), null, 0);
    }

    private final ListedPeople listed;
    private final UnknownPeople unknown;
    private final WalkedPeople walked;

    public FindPeople(AudienceStore audiences, MessageLedger ledger, BatchStore batches) {
        this.listed = new ListedPeople(ledger);
        this.unknown = new UnknownPeople(ledger, batches, listed);
        this.walked = new WalkedPeople(audiences, ledger, batches);
    }

    /** @param cursor one that this figure gave; any other is an IllegalArgumentException */
    public Found find(Campaign campaign, Figure figure, @Nullable String cursor, int limit) {
        if (campaign.launch() == null) {
            return Found.NOBODY;
        }
        if (figure == Figure.UNKNOWN) {
            return unknown.find(campaign, cursor, limit);
        }
        return figure.isListed()
                ? listed.find(campaign, figure, cursor, limit)
                : walked.find(campaign, figure, cursor, limit);
    }
}
