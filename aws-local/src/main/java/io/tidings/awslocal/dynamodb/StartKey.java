package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.value.KeyCodec;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a page begins: behind the item with that key. */
final class StartKey {
    private StartKey() {}

    /** The stored key in the table or in the index. */
    static byte[] of(Table table, Table.@Nullable Index index, Value.MapOf start) {
        KeyRules.refuseMalformed(start);
        var names = new HashSet<String>();
        table.definition().key().attributes().forEach(attribute -> {
            names.add(attribute.name());
            requireType(start, attribute.name(), attribute.type());
        });
        if (index != null) {
            index.definition().key().attributes().forEach(attribute -> {
                names.add(attribute.name());
                requireType(start, attribute.name(), attribute.type());
            });
        }
        if (!names.equals(start.attributes().keySet())) {
            throw invalid();
        }
        var tableKey = table.keyOf(start);
        return index == null ? tableKey : Objects.requireNonNull(index.keyOf(start, tableKey));
    }

    static DynamoDbException outside() {
        return DynamoDbException.validation(
                "The provided starting key is outside query boundaries based on provided conditions");
    }

    /** Whether the key is of that partition. */
    static boolean isIn(byte[] key, Value partition) {
        var prefix = KeyCodec.partitionPrefix(partition).bytes();
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static void requireType(Value.MapOf start, String name, String type) {
        var value = start.attributes().get(name);
        if (value == null || !value.type().equals(type)) {
            throw invalid();
        }
    }

    private static DynamoDbException invalid() {
        return DynamoDbException.validation("The provided starting key is invalid");
    }
}
