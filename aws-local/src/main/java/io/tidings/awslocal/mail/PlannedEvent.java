package io.tidings.awslocal.mail;

import java.util.List;
import java.util.Map;

/**
 * Something SES will report of a mail.
 *
 * @param type as event publishing spells it
 * @param after milliseconds after acceptance
 * @param with the event's own fields, such as bounceType
 */
public record PlannedEvent(String type, long after, List<String> recipients, Map<String, String> with) {

    public PlannedEvent(String type, long after, List<String> recipients) {
        this(type, after, recipients, Map.of());
    }

    public String with(String name, String otherwise) {
        return with.getOrDefault(name, otherwise);
    }
}
