package io.tidings.awslocal.dynamodb.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The expressions of one request, and the placeholders they need. */
final class RandomExpressions {
    private static final List<String> ATTRIBUTES = List.of("a", "b", "c", "d", "m", "l", "g1", "g2", "absent");
    private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final List<String> TYPES = List.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS", "X");

    private final RandomValues values;
    private final ObjectNode names = RandomValues.JSON.objectNode();
    private final ObjectNode constants = RandomValues.JSON.objectNode();

    RandomExpressions(RandomValues values) {
        this.values = values;
    }

    /** Puts the placeholders into the request, now and then one too many or one too few. */
    void finish(ObjectNode request) {
        if (values.chance(1)) {
            constants.set(":unused", values.any());
        }
        if (values.chance(1)) {
            names.put("#unused", "unused");
        }
        if (!names.isEmpty() && !values.chance(1)) {
            request.set("ExpressionAttributeNames", names);
        }
        if (!constants.isEmpty() && !values.chance(1)) {
            request.set("ExpressionAttributeValues", constants);
        }
    }

    String condition() {
        return condition(2);
    }

    String constant(ObjectNode value) {
        var name = ":v" + constants.size();
        constants.set(name, value);
        return name;
    }

    String path() {
        var path = new StringBuilder(name(values.pick(ATTRIBUTES)));
        if (values.chance(25)) {
            path.append(values.chance(50) ? "." + name(values.pick(List.of("x", "y"))) : "[" + values.below(3) + "]");
        }
        return path.toString();
    }

    String projection() {
        var paths = new StringBuilder(path());
        for (var i = values.below(3); i > 0; i--) {
            paths.append(", ").append(path());
        }
        return paths.toString();
    }

    String update() {
        var update = new StringBuilder();
        if (values.chance(70)) {
            update.append("SET ").append(assignment());
            if (values.chance(40)) {
                update.append(", ").append(assignment());
            }
        }
        if (values.chance(25) || update.isEmpty()) {
            update.append(" REMOVE ").append(path());
        }
        if (values.chance(20)) {
            update.append(" ADD ").append(path()).append(' ').append(constant(addend()));
        }
        if (values.chance(10)) {
            update.append(" DELETE ").append(path()).append(' ').append(constant(subtrahend()));
        }
        return values.chance(1) ? update + " oops" : update.toString();
    }

    private String assignment() {
        return path() + " = "
                + switch (values.below(8)) {
                    case 0 -> path();
                    case 1 -> "if_not_exists(" + path() + ", " + constant(values.any()) + ")";
                    case 2 -> "list_append(" + path() + ", " + constant(values.list()) + ")";
                    case 3 -> path() + (values.chance(50) ? " + " : " - ") + constant(values.number());
                    case 4 ->
                        "if_not_exists(" + path() + ", " + constant(values.number()) + ") + "
                                + constant(values.number());
                    default -> constant(values.any());
                };
    }

    private ObjectNode addend() {
        return switch (values.below(8)) {
            case 0 -> values.any();
            case 1, 2 -> values.stringSet();
            case 3 -> values.numberSet();
            default -> values.number();
        };
    }

    private ObjectNode subtrahend() {
        return values.chance(10) ? values.any() : values.chance(50) ? values.stringSet() : values.numberSet();
    }

    private String condition(int depth) {
        if (depth > 0 && values.chance(40)) {
            return switch (values.below(4)) {
                case 0 -> "NOT " + condition(depth - 1);
                case 1 -> "(" + condition(depth - 1) + ")";
                case 2 -> condition(depth - 1) + " AND " + condition(depth - 1);
                default -> condition(depth - 1) + " OR " + condition(depth - 1);
            };
        }
        return switch (values.below(10)) {
            case 0 -> "attribute_exists(" + path() + ")";
            case 1 -> "attribute_not_exists(" + path() + ")";
            case 2 -> "attribute_type(" + path() + ", " + constant(RandomValues.text(values.pick(TYPES))) + ")";
            case 3 ->
                "begins_with(" + path() + ", " + constant(values.chance(80) ? values.string() : values.any()) + ")";
            case 4 -> "contains(" + path() + ", " + constant(values.any()) + ")";
            case 5 -> path() + " BETWEEN " + constant(values.number()) + " AND " + constant(values.number());
            case 6 -> path() + " IN (" + constant(values.any()) + ", " + constant(values.any()) + ")";
            case 7 -> "size(" + path() + ") " + values.pick(COMPARATORS) + " " + constant(values.number());
            case 8 -> path() + " " + values.pick(COMPARATORS) + " " + path();
            default -> path() + " " + values.pick(COMPARATORS) + " " + constant(values.any());
        };
    }

    private String name(String attribute) {
        if (values.chance(20)) {
            names.put("#" + attribute, attribute);
            return "#" + attribute;
        }
        return values.chance(1) ? "status" : attribute;
    }
}
