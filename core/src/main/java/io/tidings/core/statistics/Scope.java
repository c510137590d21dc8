package io.tidings.core.statistics;

/**
 * Whose messages are counted.
 *
 * @param name which of its family; empty where the stream says all
 */
public record Scope(Family family, Stream stream, String name) {

    public static final Scope CAMPAIGNS = new Scope(Family.STREAM, Stream.CAMPAIGN, "");
    public static final Scope NOTIFICATIONS = new Scope(Family.STREAM, Stream.NOTIFICATION, "");

    public static Scope of(Stream stream) {
        return stream == Stream.CAMPAIGN ? CAMPAIGNS : NOTIFICATIONS;
    }

    public static Scope campaign(String id) {
        return new Scope(Family.CAMPAIGN, Stream.CAMPAIGN, id);
    }

    @Override
    public String toString() {
        return family.key() + " " + (name.isEmpty() ? stream.name().toLowerCase(java.util.Locale.ROOT) : name);
    }
}
