package io.tidings.awslocal.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/** What all requests since the start were charged, by table, indexes included: what a bill would say. */
public final class Meter {
    private final Map<String, Adders> tables = new ConcurrentHashMap<>();

    private record Adders(DoubleAdder read, DoubleAdder written) {}

    public record Units(double read, double written) {}

    void read(String table, double units) {
        of(table).read().add(units);
    }

    void wrote(Capacity capacity, double price) {
        of(capacity.tableName()).written().add(capacity.ofTable() * price + capacity.total() - capacity.ofTable());
    }

    public Map<String, Units> byTable() {
        var units = new TreeMap<String, Units>();
        tables.forEach((table, adders) ->
                units.put(table, new Units(adders.read().sum(), adders.written().sum())));
        return units;
    }

    private Adders of(String table) {
        return tables.computeIfAbsent(table, _ -> new Adders(new DoubleAdder(), new DoubleAdder()));
    }
}
