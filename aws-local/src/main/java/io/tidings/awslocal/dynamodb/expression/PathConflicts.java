package io.tidings.awslocal.dynamodb.expression;

import java.util.List;

/** Paths of which one contains the other, or which want one place to be a list and a map at once. */
final class PathConflicts {
    private PathConflicts() {}

    static void refuse(List<Path> paths) {
        for (var i = 0; i < paths.size(); i++) {
            for (var j = i + 1; j < paths.size(); j++) {
                refuse(paths.get(i), paths.get(j));
            }
        }
    }

    private static void refuse(Path one, Path two) {
        var shared = Math.min(one.steps().size(), two.steps().size());
        for (var i = 0; i < shared; i++) {
            var a = one.steps().get(i);
            var b = two.steps().get(i);
            if (a.getClass() != b.getClass()) {
                throw problem("conflict", one, two);
            }
            if (!a.equals(b)) {
                return;
            }
        }
        throw problem("overlap", one, two);
    }

    private static ExpressionProblem problem(String verb, Path one, Path two) {
        return new ExpressionProblem("Two document paths " + verb
                + " with each other; must remove or rewrite one of these paths; path one: " + one + ", path two: "
                + two);
    }
}
