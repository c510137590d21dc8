package io.tidings.aws.dynamodb;

import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every version is an item; the newest stands a second time as version 0, and only there in the index that lists. */
public final class DynamoTemplateStore implements TemplateStore {

    static final String NEWEST = "newest";
    private static final int NEWEST_VERSION = 0;

    private final Dynamo dynamo;
    private final String table;

    public DynamoTemplateStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().templates();
    }

    @Override
    public boolean add(Template template) {
        Map<String, AttributeValue> before =
                Map.of(":before", AttributeValue.fromN(Integer.toString(template.version() - 1)));
        Item newest = item(template)
                .number("version", NEWEST_VERSION)
                .number("newestVersion", template.version())
                .text("list", "templates");
        return dynamo.transact(List.of(
                        Dynamo.putAction(table, item(template), "attribute_not_exists(id)", Map.of()),
                        template.version() == 1
                                ? Dynamo.putAction(table, newest, "attribute_not_exists(id)", Map.of())
                                : Dynamo.putAction(table, newest, "newestVersion = :before", before)))
                instanceof Dynamo.Done;
    }

    @Override
    public Optional<Template> find(String id) {
        return find(id, NEWEST_VERSION);
    }

    @Override
    public Optional<Template> find(String id, int version) {
        Map<String, AttributeValue> key =
                Map.of("id", AttributeValue.fromS(id), "version", AttributeValue.fromN(Integer.toString(version)));
        return dynamo.get(table, key).map(DynamoTemplateStore::template);
    }

    @Override
    public List<Template> list() {
        return dynamo
                .client()
                .queryPaginator(request -> request.tableName(table)
                        .indexName(NEWEST)
                        .keyConditionExpression("#list = :list")
                        .expressionAttributeNames(Map.of("#list", "list"))
                        .expressionAttributeValues(Map.of(":list", AttributeValue.fromS("templates"))))
                .items()
                .stream()
                .map(Item::of)
                .map(DynamoTemplateStore::template)
                .sorted(Comparator.comparing(Template::name))
                .toList();
    }

    private static Item item(Template template) {
        return Item.empty()
                .text("id", template.id())
                .number("version", template.version())
                .text("name", template.name())
                .text("subject", template.content().subject())
                .text("html", template.content().html())
                .text("text", template.content().text())
                .time("updatedAt", template.updatedAt());
    }

    private static Template template(Item item) {
        long version = item.has("newestVersion") ? item.number("newestVersion") : item.number("version");
        return new Template(
                item.text("id"),
                Math.toIntExact(version),
                item.text("name"),
                new TemplateContent(item.text("subject"), item.text("html"), item.textOrNull("text")),
                item.time("updatedAt"));
    }
}
