package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a transaction's actions. What is wrong with a key or an item cancels it; all else refuses the request. */
final class TransactionReader {
    /** DynamoDB: the items of a transaction have at most 4 MB together. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final Map<String, Reader> READERS = Map.of(
            "Put", ActionReader::put,
            "Update", ActionReader::update,
            "Delete", ActionReader::delete,
            "ConditionCheck", ActionReader::check);

    private final Tables tables;

    /** What is to be refused before a missing table, but after any mistake in an action. */
    private final Runnable beforeMissingTable;

    TransactionReader(Tables tables, Runnable beforeMissingTable) {
        this.tables = tables;
        this.beforeMissingTable = beforeMissingTable;
    }

    private interface Reader {
        WriteAction read(Fields request, Function<Fields, Table> table);
    }

    /** An action, or else why it can be none. */
    record Planned(@Nullable WriteAction action, Errors.@Nullable Reason problem) {}

    List<Planned> read(Fields request) {
        List<Fields> items = Objects.requireNonNull(request.list("TransactItems"));
        var planned = new ArrayList<Planned>();
        for (var item : items) {
            try {
                planned.add(planned(item));
            } catch (TableMissing e) {
                refuseMistakes(items);
                beforeMissingTable.run();
                throw DynamoDbException.tableNotFound();
            }
        }
        refuseTooMuch(planned);
        return planned;
    }

    /** Thrown in place of DynamoDB's own error, which comes only if no action has a mistake of its own. */
    private static final class TableMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TableMissing() {
            super("", null, false, false);
        }
    }

    private static void refuseMistakes(List<Fields> items) {
        for (var item : items) {
            try {
                action(item, fields -> {
                    throw new TableMissing();
                });
            } catch (TableMissing e) {
                // As far as this one can be looked at without its table, it is right.
            }
        }
    }

    private Planned planned(Fields item) {
        var found = new boolean[1];
        try {
            return new Planned(
                    action(item, fields -> {
                        var table = tables.find(TableName.of(fields));
                        if (table == null) {
                            throw new TableMissing();
                        }
                        found[0] = true;
                        return table;
                    }),
                    null);
        } catch (DynamoDbException e) {
            if (!found[0] || KeyRules.isPlain(e)) {
                throw e;
            }
            return new Planned(null, new Errors.Reason("ValidationError", e.message(), null));
        }
    }

    private static WriteAction action(Fields item, Function<Fields, Table> table) {
        if (item.values().size() != 1) {
            throw DynamoDbException.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        var verb = item.values().keySet().iterator().next();
        var request = Objects.requireNonNull(item.struct(verb));
        TableName.of(request);
        new Constraints()
                .notNull(request.attributes(verb.equals("Put") ? "Item" : "Key"), verb.equals("Put") ? "item" : "key")
                .oneOf(
                        request.string("ReturnValuesOnConditionCheckFailure"),
                        "returnValuesOnConditionCheckFailure",
                        Parameters.ON_FAILURE)
                .check();
        if (verb.equals("ConditionCheck") && !request.has("ConditionExpression")) {
            new Constraints().notNull(null, "conditionExpression").check();
        }
        if (verb.equals("Update") && !request.has("UpdateExpression")) {
            new Constraints().notNull(null, "updateExpression").check();
        }
        return Objects.requireNonNull(READERS.get(verb)).read(request, table);
    }

    private static void refuseTooMuch(List<Planned> planned) {
        var seen = new HashSet<Object>();
        var bytes = 0L;
        for (var each : planned) {
            var action = each.action();
            if (action == null) {
                continue;
            }
            if (!seen.add(List.of(action.table().name(), ByteBuffer.wrap(action.key())))) {
                throw Transactions.sameItemTwice();
            }
            bytes += Sizes.item(action.keyAttributes());
        }
        if (bytes > MAX_BYTES) {
            throw DynamoDbException.validation(
                    "Collection size of transaction items exceeded the maximum allowed size of 4MB");
        }
    }
}
