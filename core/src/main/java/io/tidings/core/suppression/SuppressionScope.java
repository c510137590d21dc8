package io.tidings.core.suppression;

/** Which mail a suppression stops. */
public sealed interface SuppressionScope extends Comparable<SuppressionScope> {

    SuppressionScope EVERYTHING = new Everything();
    SuppressionScope MARKETING = new Marketing();

    /** Campaigns and notifications alike. */
    record Everything() implements SuppressionScope {}

    /** All campaigns. */
    record Marketing() implements SuppressionScope {}

    /** The campaigns of one topic, and the notifications of a category of this name that people can leave. */
    record OfTopic(String topic) implements SuppressionScope {
        private static final int LONGEST = 100;

        public OfTopic {
            if (topic.isBlank() || topic.length() > LONGEST) {
                throw new IllegalArgumentException("a topic has 1 to " + LONGEST + " characters");
            }
        }
    }

    static SuppressionScope topic(String topic) {
        return new OfTopic(topic);
    }

    /** As it is stored and as the API writes it. */
    default String key() {
        return switch (this) {
            case Everything() -> "everything";
            case Marketing() -> "marketing";
            case OfTopic(String topic) -> "topic:" + topic;
        };
    }

    static SuppressionScope parse(String key) {
        return switch (key) {
            case "everything" -> EVERYTHING;
            case "marketing" -> MARKETING;
            default -> {
                if (!key.startsWith("topic:")) {
                    throw new IllegalArgumentException("is neither everything nor marketing nor topic:NAME");
                }
                yield new OfTopic(key.substring("topic:".length()));
            }
        };
    }

    default String words() {
        return switch (this) {
            case Everything() -> "all mail";
            case Marketing() -> "all campaigns";
            case OfTopic(String topic) ->
                new Purpose.NotificationMail(topic).leavable() ? topic + " mail" : "campaigns about " + topic;
        };
    }

    default boolean covers(Purpose purpose) {
        return switch (this) {
            case Everything() -> true;
            case Marketing() -> purpose instanceof Purpose.CampaignMail;
            case OfTopic(String topic) ->
                switch (purpose) {
                    case Purpose.CampaignMail(String of) -> topic.equals(of);
                    case Purpose.NotificationMail mail -> mail.leavable() && topic.equals(mail.category());
                };
        };
    }

    /** The widest first. */
    @Override
    default int compareTo(SuppressionScope other) {
        int byWidth = Integer.compare(width(), other.width());
        return byWidth != 0 ? byWidth : key().compareTo(other.key());
    }

    private int width() {
        return switch (this) {
            case Everything() -> 0;
            case Marketing() -> 1;
            case OfTopic _ -> 2;
        };
    }
}
