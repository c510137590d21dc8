package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.wire.JsonWriter;
import java.util.Map;
import java.util.TreeMap;

/** Units that a request consumed of one table and its indexes. */
final class Capacity {
    /** DynamoDB: a write unit is 1 KB, a read unit 4 KB read consistently or 8 KB otherwise. */
    private static final int WRITE_UNIT = 1024;

    private static final int READ_UNIT = 4096;

    private final String tableName;
    private final Map<String, Double> globalIndexes = new TreeMap<>();
    private final Map<String, Double> localIndexes = new TreeMap<>();
    private double table;

    Capacity(String tableName) {
        this.tableName = tableName;
    }

    static int writeUnits(int bytes) {
        return Math.max(1, (bytes + WRITE_UNIT - 1) / WRITE_UNIT);
    }

    static double readUnits(long bytes, boolean consistent) {
        var units = Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT);
        return consistent ? units : units * 0.5;
    }

    Capacity add(double units) {
        table += units;
        return this;
    }

    void add(Table.Index index, double units) {
        var definition = index.definition();
        (definition.local() ? localIndexes : globalIndexes).merge(definition.name(), units, Double::sum);
    }

    /** {@code factor} is for the table; indexes are written once whatever the table's price. */
    void addAll(Capacity other, double factor) {
        table += other.table * factor;
        other.globalIndexes.forEach((name, units) -> globalIndexes.merge(name, units, Double::sum));
        other.localIndexes.forEach((name, units) -> localIndexes.merge(name, units, Double::sum));
    }

    double total() {
        return table + sum(globalIndexes) + sum(localIndexes);
    }

    /** Of the table itself, without its indexes. */
    double ofTable() {
        return table;
    }

    String tableName() {
        return tableName;
    }

    /** {@code kind} is ReadCapacityUnits or WriteCapacityUnits where the answer tells them apart, else empty. */
    void write(JsonWriter json, boolean withIndexes, String kind) {
        json.beginObject().name("TableName").string(tableName);
        units(json, total(), kind);
        if (withIndexes) {
            json.name("Table").beginObject();
            units(json, table, kind);
            json.endObject();
            indexes(json, "GlobalSecondaryIndexes", globalIndexes, kind);
            indexes(json, "LocalSecondaryIndexes", localIndexes, kind);
        }
        json.endObject();
    }

    private static void indexes(JsonWriter json, String name, Map<String, Double> indexes, String kind) {
        if (indexes.isEmpty()) {
            return;
        }
        json.name(name).beginObject();
        indexes.forEach((index, units) -> {
            json.name(index).beginObject();
            units(json, units, kind);
            json.endObject();
        });
        json.endObject();
    }

    private static void units(JsonWriter json, double units, String kind) {
        json.name("CapacityUnits").number(units);
        if (!kind.isEmpty()) {
            json.name(kind).number(units);
        }
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
