package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Update;
import io.tidings.awslocal.dynamodb.table.TableDefinition;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** What an update may not do to keys. */
final class UpdateRules {
    /** DynamoDB: 32 levels of lists and maps. */
    private static final int MAX_DEPTH = 32;

    private UpdateRules() {}

    static void checkTargets(TableDefinition table, @Nullable Update update) {
        if (update == null) {
            return;
        }
        for (var path : update.targets()) {
            if (table.key().has(path.attribute())) {
                throw DynamoDbException.validation("One or more parameter values were invalid: Cannot update attribute "
                        + path.attribute() + ". This attribute is part of the key");
            }
        }
    }

    static void checkResult(TableDefinition table, Value.MapOf item) {
        KeyRules.checkIndexes(table, item, true);
        if (depth(item) > MAX_DEPTH + 1) {
            throw DynamoDbException.validation("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
    }

    private static int depth(Value value) {
        return switch (value) {
            case Value.MapOf(var attributes) ->
                1
                        + attributes.values().stream()
                                .mapToInt(UpdateRules::depth)
                                .max()
                                .orElse(0);
            case Value.ListOf(var items) ->
                1 + items.stream().mapToInt(UpdateRules::depth).max().orElse(0);
            default -> 0;
        };
    }
}
