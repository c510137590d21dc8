package io.tidings.aws.dynamodb;

import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.Webhook.Disabled;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Secret;
import io.tidings.core.webhook.Webhook.Wishes;
import io.tidings.core.webhook.WebhookStore;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Webhooks are few, so all are found by reading all. */
public final class DynamoWebhookStore implements WebhookStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoWebhookStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().webhooks();
    }

    @Override
    public void add(Webhook webhook) {
        dynamo.put(table, item(webhook));
    }

    @Override
    public Optional<Webhook> find(String id) {
        return dynamo.get(table, Dynamo.key("id", id)).map(DynamoWebhookStore::webhook);
    }

    @Override
    public List<Webhook> list() {
        return dynamo.client().scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                .map(item -> webhook(Item.of(item)))
                .sorted(Comparator.comparing(Webhook::createdAt))
                .toList();
    }

    @Override
    public boolean replace(Webhook next) {
        return dynamo.put(
                table,
                item(next),
                "revision = :before",
                Map.of(":before", AttributeValue.fromN(Long.toString(next.revision() - 1))));
    }

    @Override
    public void remove(String id) {
        dynamo.client().deleteItem(request -> request.tableName(table).key(Dynamo.key("id", id)));
    }

    private static Item item(Webhook webhook) {
        Wishes wishes = webhook.wishes();
        Disabled disabled = webhook.disabled();
        return Item.empty()
                .text("id", webhook.id())
                .text("url", wishes.url().toString())
                .texts(
                        "types",
                        wishes.types().stream().map(EventType::name).sorted().toList())
                .text("only", wishes.only().name())
                .text("description", wishes.description())
                .items(
                        "secrets",
                        webhook.secrets().stream().map(DynamoWebhookStore::item).toList())
                .time("createdAt", webhook.createdAt())
                .time("failingSince", webhook.failingSince())
                .time("disabledAt", disabled == null ? null : disabled.at())
                .text("disabledWhy", disabled == null ? null : disabled.why())
                .flag("disabledByHand", disabled != null && disabled.byHand())
                .number("revision", webhook.revision());
    }

    private static Item item(Secret secret) {
        return Item.empty().text("text", secret.text()).time("until", secret.until());
    }

    private static Webhook webhook(Item item) {
        return new Webhook(
                item.text("id"),
                new Wishes(
                        URI.create(item.text("url")),
                        item.texts("types").stream().map(EventType::valueOf).collect(Collectors.toSet()),
                        Only.valueOf(item.text("only")),
                        item.text("description")),
                item.items("secrets").stream()
                        .map(secret -> new Secret(secret.text("text"), secret.timeOrNull("until")))
                        .toList(),
                item.time("createdAt"),
                item.timeOrNull("failingSince"),
                item.has("disabledAt")
                        ? new Disabled(item.time("disabledAt"), item.text("disabledWhy"), item.flag("disabledByHand"))
                        : null,
                item.number("revision"));
    }
}
