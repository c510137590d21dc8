package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Expressions;
import io.tidings.awslocal.dynamodb.request.Fields;
import io.tidings.awslocal.dynamodb.request.TableName;
import io.tidings.awslocal.dynamodb.store.StoreMap.Range;
import io.tidings.awslocal.dynamodb.value.KeyCodec;
import io.tidings.awslocal.dynamodb.wire.Answer;
import io.tidings.awslocal.dynamodb.wire.ByteBuilder;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scan: all items, or a segment of them. */
final class Scan {
    private static final List<String> LEGACY = List.of("ScanFilter", "AttributesToGet", "ConditionalOperator");
    private static final List<String> EXPRESSIONS = List.of("FilterExpression", "ProjectionExpression");
    private static final long HASHES = 1L << 32;

    private final Tables tables;
    private final PartitionLimits limits;

    Scan(Tables tables, PartitionLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    Answer scan(Fields request) {
        TableName.of(request);
        PageRequest.constraints(request)
                .atLeast(request.number("Limit"), 1, "limit")
                .atLeast(request.number("TotalSegments"), 1, "totalSegments")
                .atMost(request.number("TotalSegments"), 1_000_000, "totalSegments")
                .atLeast(request.number("Segment"), 0, "segment")
                .atMost(request.number("Segment"), 999_999, "segment")
                .check();
        Parameters.refuseLegacy(request, LEGACY, EXPRESSIONS);
        var placeholders = Parameters.placeholders(request, EXPRESSIONS);
        checkSegments(request.number("Segment"), request.number("TotalSegments"));
        var filter = Expressions.condition("FilterExpression", request.string("FilterExpression"), placeholders);
        var projection = Expressions.projection(request.string("ProjectionExpression"), placeholders);
        placeholders.refuseUnused();
        var table = tables.require(TableName.of(request));
        var page = PageRequest.of(request, table, filter, projection);
        var range = segment(request.number("Segment"), request.number("TotalSegments"));
        var start = request.attributes("ExclusiveStartKey");
        if (start != null) {
            var key = StartKey.of(table, page.index(), start);
            if (!isIn(range, key)) {
                throw DynamoDbException.validation("The provided starting key is invalid: "
                        + "Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
                        + "TotalSegments: " + request.number("TotalSegments") + " Segment: "
                        + request.number("Segment"));
            }
            range = range.from(Query.next(key));
        }
        var filled = new Page(page, request.string("Select"));
        var answer = filled.answer(range, true);
        limits.chargeScan(table, filled.units());
        return answer;
    }

    private static void checkSegments(@Nullable Long segment, @Nullable Long total) {
        if (segment != null && total == null) {
            throw DynamoDbException.validation(
                    "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
        }
        if (total != null && segment == null) {
            throw DynamoDbException.validation(
                    "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
        }
        if (segment != null && total != null && segment >= total) {
            throw DynamoDbException.validation(
                    "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: "
                            + segment + " is not less than TotalSegments: " + total);
        }
    }

    /** Keys begin with a hash, and a segment is a range of hashes. */
    private static Range segment(@Nullable Long segment, @Nullable Long total) {
        if (segment == null || total == null) {
            return Range.ALL;
        }
        return new Range(bound(segment, total), segment + 1 == total ? null : bound(segment + 1, total));
    }

    private static byte[] bound(long segment, long total) {
        return new ByteBuilder(4).putInt((int) (HASHES * segment / total)).bytes();
    }

    private static boolean isIn(Range range, byte[] key) {
        var hash = Integer.toUnsignedLong(KeyCodec.partitionHash(key));
        return (range.low() == null || hash >= Integer.toUnsignedLong(KeyCodec.partitionHash(range.low())))
                && (range.high() == null || hash < Integer.toUnsignedLong(KeyCodec.partitionHash(range.high())));
    }
}
