package io.tidings.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something Tidings tells, its signature checked.
 *
 * @param id the same however often it is posted: who has seen it need not act again
 * @param type such as message.delivered
 * @param data such as recipient, reference and notificationId
 */
public record WebhookEvent(String id, String type, Instant timestamp, JsonNode data) {

    /** A field of the data; empty when the event has none. */
    public String text(String field) {
        return data.path(field).asText("");
    }
}
