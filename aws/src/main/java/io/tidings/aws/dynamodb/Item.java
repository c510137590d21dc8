package io.tidings.aws.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item, read and written by name. Times are ISO-8601 text, so that whoever looks at a table can read them. */
final class Item {

    private final Map<String, AttributeValue> values;

    private Item(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Item empty() {
        return new Item(new HashMap<>());
    }

    static Item of(Map<String, AttributeValue> values) {
        return new Item(values);
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    Item text(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    Item number(String name, long value) {
        values.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item decimal(String name, @Nullable Double value) {
        if (value != null) {
            values.put(name, AttributeValue.fromN(Double.toString(value)));
        }
        return this;
    }

    Item numberOrNone(String name, @Nullable Long value) {
        return value == null ? this : number(name, value);
    }

    Item flag(String name, boolean value) {
        values.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item time(String name, @Nullable Instant value) {
        return text(name, value == null ? null : value.toString());
    }

    Item texts(String name, List<String> list) {
        values.put(
                name,
                AttributeValue.fromL(list.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    Item map(String name, Map<String, AttributeValue> map) {
        values.put(name, AttributeValue.fromM(map));
        return this;
    }

    Item items(String name, List<Item> items) {
        values.put(
                name,
                AttributeValue.fromL(items.stream()
                        .map(item -> AttributeValue.fromM(item.values))
                        .toList()));
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return value(name).s();
    }

    @Nullable
    String textOrNull(String name) {
        return orNull(name, AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(value(name).n());
    }

    @Nullable
    Long numberOrNull(String name) {
        return orNull(name, value -> Long.valueOf(value.n()));
    }

    @Nullable
    Double decimalOrNull(String name) {
        return orNull(name, value -> Double.valueOf(value.n()));
    }

    boolean flag(String name) {
        return value(name).bool();
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    @Nullable
    Instant timeOrNull(String name) {
        return orNull(name, value -> Instant.parse(value.s()));
    }

    List<String> texts(String name) {
        return value(name).l().stream().map(AttributeValue::s).toList();
    }

    byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    Map<String, AttributeValue> map(String name) {
        return value(name).m();
    }

    List<Item> items(String name) {
        return value(name).l().stream().map(value -> new Item(value.m())).toList();
    }

    private <T> @Nullable T orNull(String name, Function<AttributeValue, T> read) {
        AttributeValue value = values.get(name);
        return value == null ? null : read.apply(value);
    }

    private AttributeValue value(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("an item without " + name + ": " + values.keySet());
        }
        return value;
    }
}
