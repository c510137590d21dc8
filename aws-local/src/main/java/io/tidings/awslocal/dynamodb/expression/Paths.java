package io.tidings.awslocal.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/** The paths that a condition looks at. */
public final class Paths {
    private Paths() {}

    public static List<Path> of(Condition condition) {
        var paths = new ArrayList<Path>();
        collect(condition, paths);
        return paths;
    }

    private static void collect(Condition condition, List<Path> paths) {
        switch (condition) {
            case Condition.And(var left, var right) -> {
                collect(left, paths);
                collect(right, paths);
            }
            case Condition.Or(var left, var right) -> {
                collect(left, paths);
                collect(right, paths);
            }
            case Condition.Not(var inner) -> collect(inner, paths);
            case Condition.Compare(var left, var operator, var right) -> {
                collect(left, paths);
                collect(right, paths);
            }
            case Condition.Between(var operand, var low, var high) ->
                List.of(operand, low, high).forEach(each -> collect(each, paths));
            case Condition.In(var operand, var candidates) -> {
                collect(operand, paths);
                candidates.forEach(each -> collect(each, paths));
            }
            case Condition.Exists(var path) -> paths.add(path);
            case Condition.NotExists(var path) -> paths.add(path);
            case Condition.TypeIs(var path, var type) -> paths.add(path);
            case Condition.BeginsWith(var operand, var prefix) -> {
                collect(operand, paths);
                collect(prefix, paths);
            }
            case Condition.Contains(var container, var element) -> {
                collect(container, paths);
                collect(element, paths);
            }
        }
    }

    private static void collect(Operand operand, List<Path> paths) {
        switch (operand) {
            case Operand.At(var path) -> paths.add(path);
            case Operand.SizeOf(var inner) -> collect(inner, paths);
            default -> {}
        }
    }
}
