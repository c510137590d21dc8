package io.tidings.aws.dynamodb;

import io.tidings.core.access.SecretStore;
import java.util.Map;

public final class DynamoSecretStore implements SecretStore {

    private final Dynamo dynamo;
    private final String table;

    public DynamoSecretStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.table = dynamo.tables().settings();
    }

    @Override
    public String keep(String name, String made) {
        boolean first = dynamo.put(
                table, Item.empty().text("id", name).text("secret", made), "attribute_not_exists(id)", Map.of());
        return first
                ? made
                : dynamo.get(table, Dynamo.key("id", name)).orElseThrow().text("secret");
    }
}
