package io.tidings.aws.deployment;

import io.tidings.core.deployment.TableNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What a table is keyed by.
 *
 * @param sortNumber whether the sort key is a number
 * @param expires whether items go by themselves at the time in {@code ttl}
 */
public record TableShape(
        String name,
        String partition,
        @Nullable String sort,
        boolean sortNumber,
        List<Index> indexes,
        boolean expires) {

    /** @param keysOnly whether it tells no more than where the item is */
    public record Index(
            String name, String partition, @Nullable String sort, boolean keysOnly) {

        Index(String name, String partition, @Nullable String sort) {
            this(name, partition, sort, false);
        }
    }

    public static List<TableShape> all(TableNames tables) {
        return List.of(
                table(tables.contacts(), "id", null),
                table(tables.memberships(), "audience", "contact"),
                table(tables.audiences(), "id", null),
                new TableShape(
                        tables.templates(), "id", "version", true, List.of(new Index("newest", "list", "name")), false),
                new TableShape(
                        tables.campaigns(),
                        "id",
                        null,
                        false,
                        List.of(
                                new Index("by-creation", "list", "createdAt"),
                                new Index("under-way", "underWay", "createdAt"),
                                new Index("untold", "tell", "createdAt")),
                        false),
                new TableShape(tables.batches(), "slice", "number", true, List.of(), false),
                new TableShape(
                        tables.messages(),
                        "recipient",
                        "origin",
                        false,
                        List.of(new Index("went-wrong", "wrong", "recipient")),
                        false),
                new TableShape(
                        tables.notifications(),
                        "id",
                        null,
                        false,
                        List.of(new Index("due", "waits", "dueAt", true)),
                        true),
                new TableShape(tables.gatherings(), "gathering", "event", false, List.of(), true),
                new TableShape(tables.cancellations(), "id", null, false, List.of(), true),
                new TableShape(tables.idempotency(), "id", null, false, List.of(), true),
                new TableShape(tables.dailyCounts(), "id", null, false, List.of(), true),
                new TableShape(
                        tables.suppressions(),
                        "id",
                        null,
                        false,
                        List.of(new Index("by-address", "list", "sorted")),
                        false),
                table(tables.settings(), "id", null),
                table(tables.statistics(), "scope", "bucket"),
                new TableShape(tables.events(), "day", "at", false, List.of(), true),
                table(tables.jobs(), "id", null),
                table(tables.alarms(), "id", null),
                table(tables.webhooks(), "id", null),
                new TableShape(
                        tables.webhookDeliveries(),
                        "list",
                        "event",
                        false,
                        List.of(new Index("due", "waiting", "dueAt")),
                        true),
                table(tables.quota(), "id", null),
                table(tables.imports(), "id", null),
                table(tables.users(), "email", null),
                new TableShape(tables.sessions(), "id", null, false, List.of(), true),
                table(tables.apiKeys(), "id", null));
    }

    private static TableShape table(String name, String partition, @Nullable String sort) {
        return new TableShape(name, partition, sort, false, List.of(), false);
    }

    public CreateTableRequest request() {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        define(attributes, partition, false);
        define(attributes, sort, sortNumber);
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(partition, sort));
        for (Index index : indexes) {
            define(attributes, index.partition(), false);
            define(attributes, index.sort(), false);
        }
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(
                    indexes.stream().map(TableShape::index).toList());
        }
        return request.attributeDefinitions(attributes.values()).build();
    }

    private static void define(Map<String, AttributeDefinition> attributes, @Nullable String name, boolean number) {
        if (name != null) {
            attributes.putIfAbsent(name, attribute(name, number));
        }
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.partition(), index.sort()))
                .projection(Projection.builder()
                        .projectionType(index.keysOnly() ? ProjectionType.KEYS_ONLY : ProjectionType.ALL)
                        .build())
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, @Nullable String sort) {
        List<KeySchemaElement> keys = new ArrayList<>();
        keys.add(key(partition, KeyType.HASH));
        if (sort != null) {
            keys.add(key(sort, KeyType.RANGE));
        }
        return keys;
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, boolean number) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(number ? ScalarAttributeType.N : ScalarAttributeType.S)
                .build();
    }
}
