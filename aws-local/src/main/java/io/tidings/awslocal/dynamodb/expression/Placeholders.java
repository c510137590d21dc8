package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's ExpressionAttributeNames and ExpressionAttributeValues, and which of them its expressions used. */
public final class Placeholders {
    private final Map<String, String> names;
    private final Map<String, Value> values;
    private final Set<String> used = new HashSet<>();

    public Placeholders(@Nullable Map<String, String> names, Value.@Nullable MapOf values) {
        this.names = names == null ? Map.of() : names;
        this.values = values == null ? Map.of() : values.attributes();
    }

    String name(String placeholder) {
        var name = names.get(placeholder);
        if (name == null) {
            throw new ExpressionProblem("An expression attribute name used in the document path is not defined; "
                    + "attribute name: " + placeholder);
        }
        used.add(placeholder);
        return name;
    }

    Value value(String placeholder) {
        var value = values.get(placeholder);
        if (value == null) {
            throw new ExpressionProblem("An expression attribute value used in expression is not defined; "
                    + "attribute value: " + placeholder);
        }
        used.add(placeholder);
        return value;
    }

    /** To be called when all the request's expressions have been read. */
    public void refuseUnused() {
        refuseUnused("ExpressionAttributeNames", names.keySet());
        refuseUnused("ExpressionAttributeValues", values.keySet());
    }

    private void refuseUnused(String parameter, Set<String> all) {
        var unused = all.stream().filter(name -> !used.contains(name)).sorted().toList();
        if (!unused.isEmpty()) {
            throw DynamoDbException.validation("Value provided in " + parameter + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }
}
