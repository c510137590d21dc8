package io.tidings.core.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a receiver can be told of. */
public enum EventType {
    ACCEPTED("message.accepted"),
    REFUSED("message.refused"),
    DELIVERED("message.delivered"),
    BOUNCED("message.bounced"),
    COMPLAINED("message.complained"),
    OPENED("message.opened"),
    CLICKED("message.clicked"),
    UNSUBSCRIBED("message.unsubscribed"),
    SUPPRESSED("message.suppressed"),
    CAMPAIGN_STATE("campaign.state"),
    /** Sent on request only, so that a receiver can be tried out. */
    TEST("webhook.test");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** As receivers see it. */
    public String wireName() {
        return wireName;
    }

    public static Optional<EventType> read(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** Those a webhook can ask for. */
    public static List<EventType> all() {
        return Arrays.stream(values()).filter(type -> type != TEST).toList();
    }
}
