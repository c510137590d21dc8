package io.tidings.core.webhook;

import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Page;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Message;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger, which stores who is skipped and whom SES refused as an event before it stores it as a fact: whoever dies between the two
 * decides or asks once more, and after the fact nobody would.
 */
public final class AnnouncingLedger implements MessageLedger {

    private final MessageLedger ledger;
    private final MessageEvents events;

    public AnnouncingLedger(MessageLedger ledger, MessageEvents events) {
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public Written write(Entry entry) {
        events.unsent(entry.messages());
        return ledger.write(entry);
    }

    @Override
    public Map<Key, Message> find(Collection<Key> keys) {
        return ledger.find(keys);
    }

    @Override
    public Map<Key, Message> glance(Collection<Key> keys) {
        return ledger.glance(keys);
    }

    @Override
    public int capacity() {
        return ledger.capacity();
    }

    @Override
    public boolean fits(Entry entry) {
        return ledger.fits(entry);
    }

    @Override
    public Page<Message> wentWrong(Origin origin, FactKind list, @Nullable String cursor, int limit) {
        return ledger.wentWrong(origin, list, cursor, limit);
    }

    @Override
    public Page<Message> of(RecipientId recipient, @Nullable String cursor, int limit) {
        return ledger.of(recipient, cursor, limit);
    }

    @Override
    public List<Message> newest(RecipientId recipient, int limit) {
        return ledger.newest(recipient, limit);
    }
}
