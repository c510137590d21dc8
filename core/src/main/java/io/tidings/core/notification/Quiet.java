package io.tidings.core.notification;

import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a notification waits for the end of somebody's night. */
public final class Quiet {

    /** A contact's attribute. */
    private static final String TIME_ZONE = "timeZone";

    private final ContactStore contacts;
    private final LaneSettings lane;

    public Quiet(ContactStore contacts, LaneSettings lane) {
        this.contacts = contacts;
        this.lane = lane;
    }

    /** Until when, if it is quiet at that time. */
    Optional<Instant> until(Notification notification, Instant time) {
        QuietHours hours = lane.quietHours(notification.terms());
        return hours.equals(QuietHours.NONE) ? Optional.empty() : hours.endAfter(time, zone(notification));
    }

    private ZoneId zone(Notification notification) {
        ZoneId own = notification.terms().zone();
        if (own != null) {
            return own;
        }
        return contacts.find(notification.to().recipientId())
                .map(Contact::attributes)
                .map(attributes -> attributes.get(TIME_ZONE))
                .flatMap(Quiet::read)
                .orElse(lane.zone());
    }

    private static Optional<ZoneId> read(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            // Somebody's list has something else in this column.
            return Optional.empty();
        }
    }
}
