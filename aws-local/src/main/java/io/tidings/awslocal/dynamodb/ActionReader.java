package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Condition;
import io.tidings.awslocal.dynamodb.expression.Expressions;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.value.ItemCodec;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.value.Value;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of a write, single or one of a transaction's, into the action. What is wrong comes in order. */
final class ActionReader {
    private static final Value.MapOf NOTHING = new Value.MapOf(Map.of());

    private ActionReader() {}

    /** {@code table} is asked for once everything that needs no table has been looked at. */
    static WriteAction put(Fields request, Function<Fields, Table> table) {
        var placeholders = Parameters.placeholders(request, List.of("ConditionExpression"));
        var item = orNothing(request.attributes("Item"));
        KeyRules.refuseMalformed(item);
        var condition =
                Expressions.condition("ConditionExpression", request.string("ConditionExpression"), placeholders);
        placeholders.refuseUnused();
        return put(table.apply(request), item, condition, returnsOld(request));
    }

    static WriteAction put(Table table, Value.MapOf item, @Nullable Condition condition, boolean returnOld) {
        KeyRules.checkItem(table.definition(), item);
        var encoded = ItemCodec.encode(item);
        if (ItemCodec.size(encoded) > Sizes.MAX_ITEM) {
            throw DynamoDbException.validation("Item size has exceeded the maximum allowed size");
        }
        return new WriteAction(
                table, table.keyOf(item), item, new WriteAction.Put(item, encoded), condition, returnOld);
    }

    static WriteAction update(Fields request, Function<Fields, Table> table) {
        var placeholders = Parameters.placeholders(request, List.of("UpdateExpression", "ConditionExpression"));
        var update = Expressions.update(request.string("UpdateExpression"), placeholders);
        var condition =
                Expressions.condition("ConditionExpression", request.string("ConditionExpression"), placeholders);
        placeholders.refuseUnused();
        var key = orNothing(request.attributes("Key"));
        KeyRules.refuseMalformed(key);
        var found = table.apply(request);
        KeyRules.checkKey(found.definition(), key);
        UpdateRules.checkTargets(found.definition(), update);
        return new WriteAction(
                found, found.keyOf(key), key, new WriteAction.Change(update), condition, returnsOld(request));
    }

    static WriteAction delete(Fields request, Function<Fields, Table> table) {
        return keyed(request, table, new WriteAction.Delete());
    }

    static WriteAction check(Fields request, Function<Fields, Table> table) {
        return keyed(request, table, new WriteAction.Check());
    }

    private static WriteAction keyed(Fields request, Function<Fields, Table> table, WriteAction.Kind kind) {
        var placeholders = Parameters.placeholders(request, List.of("ConditionExpression"));
        var condition =
                Expressions.condition("ConditionExpression", request.string("ConditionExpression"), placeholders);
        placeholders.refuseUnused();
        var key = orNothing(request.attributes("Key"));
        KeyRules.refuseMalformed(key);
        var found = table.apply(request);
        KeyRules.checkKey(found.definition(), key);
        return new WriteAction(found, found.keyOf(key), key, kind, condition, returnsOld(request));
    }

    private static boolean returnsOld(Fields request) {
        return "ALL_OLD".equals(request.string("ReturnValuesOnConditionCheckFailure"));
    }

    private static Value.MapOf orNothing(Value.@Nullable MapOf attributes) {
        return attributes == null ? NOTHING : attributes;
    }
}
