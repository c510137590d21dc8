package io.tidings.aws.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.ledger.Origin;
import io.tidings.core.webhook.Event;
import io.tidings.core.webhook.Event.Detail;
import io.tidings.core.webhook.EventWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, in the shape of Standard Webhooks: type, timestamp, data. What is not known is left out. A field may come to it in the
 * same version; one that goes or changes its meaning makes a new one.
 */
public final class EventJson implements EventWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    @Override
    public String body(Event event) {
        ObjectNode body = JSON.createObjectNode()
                .put("type", event.type().wireName())
                .put("timestamp", event.at().toString())
                .put("version", VERSION);
        ObjectNode data = body.putObject("data");
        switch (event.subject()) {
            case Event.OfMessage message -> write(data, message);
            case Event.OfCampaign campaign ->
                data.put("campaignId", campaign.id())
                        .put("name", campaign.name())
                        .put("state", campaign.state())
                        .put("revision", campaign.revision());
            case Event.OfNothing(String words) -> data.put("message", words);
        }
        return body.toString();
    }

    private static void write(ObjectNode data, Event.OfMessage message) {
        switch (message.origin()) {
            case Origin.OfCampaign(String id) -> data.put("kind", "campaign").put("campaignId", id);
            case Origin.OfNotification(String id) ->
                data.put("kind", "notification").put("notificationId", id);
        }
        put(data, "reference", message.reference());
        data.put("recipient", message.recipient());
        put(data, "templateId", message.templateId());
        put(data, message.origin() instanceof Origin.OfCampaign ? "topic" : "category", message.topic());
        put(data, "sesMessageId", message.sesMessageId());
        Instant accepted = message.acceptedAt();
        put(data, "acceptedAt", accepted == null ? null : accepted.toString());
        Detail detail = message.detail();
        if (detail != null) {
            write(data, detail);
        }
    }

    private static void write(ObjectNode data, Detail detail) {
        switch (detail) {
            case Detail.Bounce(String kind, @Nullable String status, String reason) -> {
                ObjectNode bounce = data.putObject("bounce").put("kind", kind);
                put(bounce, "status", status);
                bounce.put("reason", reason);
            }
            case Detail.Complaint(String reason) -> data.putObject("complaint").put("reason", reason);
            case Detail.Visit(@Nullable String link, @Nullable String agent, boolean machine) -> {
                put(data, "link", link);
                put(data, "userAgent", agent);
                data.put("machine", machine);
            }
            case Detail.Leaving(var scopes) -> scopes.forEach(data.putArray("scopes")::add);
            case Detail.Skip(String reason) -> data.put("reason", reason);
            case Detail.Refusal(String reason, boolean forNow) ->
                data.put("reason", reason).put("forNow", forNow);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
