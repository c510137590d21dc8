package io.tidings.core.ledger;

import io.tidings.core.statistics.Stream;

/** What caused a message. */
public sealed interface Origin {

    record OfCampaign(String id) implements Origin {}

    record OfNotification(String id) implements Origin {}

    String id();

    default String key() {
        return switch (this) {
            case OfCampaign(String id) -> "campaign#" + id;
            case OfNotification(String id) -> "notification#" + id;
        };
    }

    default Stream stream() {
        return switch (this) {
            case OfCampaign _ -> Stream.CAMPAIGN;
            case OfNotification _ -> Stream.NOTIFICATION;
        };
    }

    static Origin parse(String key) {
        int hash = key.indexOf('#');
        String id = key.substring(hash + 1);
        return switch (key.substring(0, Math.max(0, hash))) {
            case "campaign" -> new OfCampaign(id);
            case "notification" -> new OfNotification(id);
            default -> throw new IllegalArgumentException("not an origin: " + key);
        };
    }
}
