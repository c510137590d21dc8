package io.tidings.core.statistics;

/** Whose messages are counted. */
public record Scope(String key) {

    public static final Scope ALL = new Scope("all");
    public static final Scope CAMPAIGNS = new Scope("stream#campaign");
    public static final Scope NOTIFICATIONS = new Scope("stream#notification");

    public static Scope campaign(String id) {
        return new Scope("campaign#" + id);
    }

    public static Scope template(String id) {
        return new Scope("template#" + id);
    }

    public static Scope domain(String domain) {
        return new Scope("domain#" + domain);
    }
}
