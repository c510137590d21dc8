package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Condition;
import io.tidings.awslocal.dynamodb.expression.Paths;
import io.tidings.awslocal.dynamodb.expression.Projection;
import io.tidings.awslocal.dynamodb.request.Constraints;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.table.IndexDefinition;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Query and Scan have in common: which items of a range to look at, and what of them to show. */
record PageRequest(
        Table table,
        Table.@Nullable Index index,
        @Nullable Condition filter,
        @Nullable Projection projection,
        boolean countOnly,
        boolean consistent,
        long limit,
        String capacity) {

    private static final List<String> SELECT =
            List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

    /** What needs no table. */
    static Constraints constraints(Fields request) {
        var constraints = new Constraints();
        return Parameters.capacity(constraints, request).oneOf(request.string("Select"), "select", SELECT);
    }

    static PageRequest of(Fields request, Table table, @Nullable Condition filter, @Nullable Projection projection) {
        var indexName = request.string("IndexName");
        var index = indexName == null ? null : table.index(indexName);
        var consistent = request.isTrue("ConsistentRead");
        if (index != null && consistent && !index.definition().local()) {
            throw DynamoDbException.validation("Consistent reads are not supported on global secondary indexes");
        }
        checkSelect(request.string("Select"), index, projection);
        requireScalarKeys(table, index, filter);
        var limit = request.number("Limit");
        var capacity = request.string("ReturnConsumedCapacity");
        return new PageRequest(
                table,
                index,
                filter,
                projection,
                "COUNT".equals(request.string("Select")),
                consistent,
                limit == null ? Long.MAX_VALUE : limit,
                capacity == null ? "NONE" : capacity);
    }

    /** Whether what is shown of an indexed item is only what the index holds of it. */
    boolean showsProjectedOnly(@Nullable String select) {
        return index != null && !(index.definition().local() && "ALL_ATTRIBUTES".equals(select));
    }

    private static void checkSelect(
            @Nullable String select, Table.@Nullable Index index, @Nullable Projection projection) {
        if (select == null) {
            return;
        }
        if (projection != null && !select.equals("SPECIFIC_ATTRIBUTES")) {
            throw DynamoDbException.validation("Cannot specify the ProjectionExpression when choosing to get "
                    + (select.equals("COUNT") ? "only the Count" : select));
        }
        if (select.equals("SPECIFIC_ATTRIBUTES") && projection == null) {
            throw DynamoDbException.validation(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }
        if (select.equals("ALL_PROJECTED_ATTRIBUTES") && index == null) {
            throw DynamoDbException.validation(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        if (select.equals("ALL_ATTRIBUTES") && index != null && isPartial(index.definition())) {
            throw DynamoDbException.validation("One or more parameter values were invalid: "
                    + "Select type ALL_ATTRIBUTES is not supported for global secondary index "
                    + index.definition().name() + " because its projection type is not ALL");
        }
    }

    private static void requireScalarKeys(Table table, Table.@Nullable Index index, @Nullable Condition filter) {
        if (filter == null) {
            return;
        }
        var key = index == null ? table.definition().key() : index.definition().key();
        Paths.of(filter).stream()
                .filter(path -> !path.isAttribute() && key.has(path.attribute()))
                .findFirst()
                .ifPresent(path -> {
                    throw DynamoDbException.validation(
                            "Key attributes must be scalars; list random access '[]' and map "
                                    + "lookup '.' are not allowed: " + (index == null ? "Key: " : "IndexKey: ")
                                    + path.attribute());
                });
    }

    private static boolean isPartial(IndexDefinition index) {
        return !index.local() && index.projected() != IndexDefinition.Projected.ALL;
    }
}
