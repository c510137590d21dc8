package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Attribute values, mostly sound, from small pools so that they meet again. */
final class RandomValues {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of("a", "b", "ab", "abc", "", "zebra", "Zebra", "äö", "😀", "a\u0000b", "10", "9");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "10",
            "9",
            "1.5",
            "-2.25",
            "100",
            "0.001",
            "1e3",
            "12345678901234567890",
            "1.0",
            "-0",
            "3.14159",
            "99999999999999999999999999999999999999",
            "1E-130",
            "9.99E125",
            "007");
    private static final List<String> BAD_NUMBERS =
            List.of("abc", "", "1e126", "1e-131", "123456789012345678901234567890123456789", "--1", "1_0", " 1");

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    ObjectNode any() {
        return any(2);
    }

    ObjectNode any(int depth) {
        if (chance(1)) {
            return bad();
        }
        return switch (random.nextInt(depth > 0 ? 14 : 8)) {
            case 0, 1, 2 -> text(pick(TEXTS));
            case 3, 4, 5 -> number(pick(NUMBERS));
            case 6 -> binary();
            case 7 ->
                chance(50)
                        ? JSON.objectNode().put("BOOL", chance(50))
                        : JSON.objectNode().put("NULL", true);
            case 8, 9 -> list(depth);
            case 10, 11 -> map(depth);
            case 12 -> set("NS", NUMBERS);
            default -> set("SS", TEXTS);
        };
    }

    ObjectNode number() {
        return number(pick(NUMBERS));
    }

    ObjectNode string() {
        return text(pick(TEXTS));
    }

    ObjectNode stringSet() {
        return set("SS", TEXTS);
    }

    ObjectNode numberSet() {
        return set("NS", NUMBERS);
    }

    ObjectNode list() {
        return list(1);
    }

    static ObjectNode text(String text) {
        return JSON.objectNode().put("S", text);
    }

    static ObjectNode number(String text) {
        return JSON.objectNode().put("N", text);
    }

    private ObjectNode binary() {
        var bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        return JSON.objectNode().put("B", Base64.getEncoder().encodeToString(bytes));
    }

    private ObjectNode list(int depth) {
        var items = JSON.arrayNode();
        for (var i = random.nextInt(4); i > 0; i--) {
            items.add(any(depth - 1));
        }
        return JSON.objectNode().set("L", items);
    }

    private ObjectNode map(int depth) {
        var members = JSON.objectNode();
        for (var i = random.nextInt(4); i > 0; i--) {
            members.set(pick(List.of("x", "y", "z")), any(depth - 1));
        }
        return JSON.objectNode().set("M", members);
    }

    private ObjectNode set(String type, List<String> pool) {
        var elements = JSON.arrayNode();
        var picked = new java.util.LinkedHashSet<String>();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            picked.add(pick(pool.subList(0, 6)));
        }
        if (type.equals("SS")) {
            picked.remove("");
            picked.add("always");
        }
        picked.forEach(elements::add);
        return JSON.objectNode().set(type, elements);
    }

    private ObjectNode bad() {
        return switch (random.nextInt(6)) {
            case 0 -> number(pick(BAD_NUMBERS));
            case 1 -> JSON.objectNode();
            case 2 -> text("two").put("N", "1");
            case 3 -> JSON.objectNode().set("SS", JSON.arrayNode());
            case 4 -> JSON.objectNode().set("NS", JSON.arrayNode().add("1").add("1.0"));
            default -> JSON.objectNode().put("NULL", false);
        };
    }
}
