package io.tidings.core.ledger;

import io.tidings.core.address.RecipientId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every message carries to SES and back: with it an event alone is enough to know, or to make, the message it belongs to. SES
 * takes letters, digits, _ and - only.
 */
public record MessageTags(
        Origin origin,
        RecipientId recipient,
        @Nullable String templateId,
        @Nullable String topic,
        long attempt) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final String KIND = "origin";
    private static final String ID = "origin-id";
    private static final String RECIPIENT = "recipient";
    private static final String TEMPLATE = "template";
    private static final String TOPIC = "topic";
    private static final String ATTEMPT = "attempt";
    private static final String WATCHED = "watched";

    public MessageTags(Origin origin, RecipientId recipient, @Nullable String templateId, long attempt) {
        this(origin, recipient, templateId, null, attempt);
    }

    public Map<String, String> toMap() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(KIND, origin instanceof Origin.OfCampaign ? "campaign" : "notification");
        tags.put(ID, origin.id());
        tags.put(RECIPIENT, recipient.value());
        if (templateId != null) {
            tags.put(TEMPLATE, templateId);
        }
        // What SES would not take, the sender's own record adds.
        if (topic != null && TAG.matcher(topic).matches()) {
            tags.put(TOPIC, topic);
        }
        tags.put(ATTEMPT, Long.toString(attempt));
        return tags;
    }

    /** Mail to this person had been coming back: its delivery is news to who counts bounces. */
    public static Map<String, String> watched(Map<String, String> tags) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(WATCHED, "1");
        return more;
    }

    public static boolean isWatched(Map<String, String> tags) {
        return tags.containsKey(WATCHED);
    }

    /** Empty for mail that is not ours, or was sent by hand. */
    public static Optional<MessageTags> read(Map<String, String> tags) {
        String id = tags.get(ID);
        String recipient = tags.get(RECIPIENT);
        if (id == null || recipient == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageTags(
                    Origin.parse(tags.get(KIND) + "#" + id),
                    new RecipientId(recipient),
                    tags.get(TEMPLATE),
                    tags.get(TOPIC),
                    Long.parseLong(tags.getOrDefault(ATTEMPT, "1"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
