package io.tidings.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.template.TemplateContent;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public final class DynamoNotificationStore implements NotificationStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dynamo dynamo;
    private final String table;

    public DynamoNotificationStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().notifications();
    }

    @Override
    public void add(Notification notification) {
        dynamo.put(table, item(notification));
    }

    @Override
    public Optional<Notification> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(DynamoNotificationStore::notification);
    }

    @Override
    public boolean replace(Notification seen, Notification next) {
        return dynamo.put(
                table,
                item(next),
                "fence = :fence",
                Map.of(":fence", AttributeValue.fromN(Long.toString(seen.fence()))));
    }

    private static Item item(Notification notification) {
        return Item.empty()
                .text("id", notification.id())
                .text("to", notification.to().toString())
                .text("senderName", notification.from().name())
                .text("senderAddress", notification.from().address().toString())
                .text("templateId", notification.templateId())
                .text("subject", notification.content().subject())
                .text("html", notification.content().html())
                .text("text", notification.content().text())
                .text("data", json(notification.data()))
                .text("category", notification.category())
                .text("reference", notification.reference())
                .time("createdAt", notification.createdAt())
                .number("fence", notification.fence())
                .time("leasedUntil", notification.leasedUntil())
                .time("askedAt", notification.askedAt());
    }

    private static Notification notification(Item item) {
        return new Notification(
                item.text("id"),
                EmailAddress.of(item.text("to")),
                new Sender(item.text("senderName"), EmailAddress.of(item.text("senderAddress"))),
                item.textOrNull("templateId"),
                new TemplateContent(item.text("subject"), item.text("html"), item.textOrNull("text")),
                map(item.text("data")),
                item.text("category"),
                item.textOrNull("reference"),
                item.time("createdAt"),
                item.number("fence"),
                item.timeOrNull("leasedUntil"),
                item.timeOrNull("askedAt"));
    }

    private static String json(Map<String, ?> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of a notification must be plain JSON", e);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data of a stored notification is not JSON", e);
        }
    }
}
