package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An update expression's actions. */
public record Update(List<Assignment> sets, List<Path> removes, List<Change> adds, List<Change> deletes) {
    public record Assignment(Path path, Operand value) {}

    public record Change(Path path, Value value) {}

    /** All the paths that are written. */
    public List<Path> targets() {
        return Stream.of(
                        sets.stream().map(Assignment::path),
                        removes.stream(),
                        adds.stream().map(Change::path),
                        deletes.stream().map(Change::path))
                .flatMap(paths -> paths)
                .toList();
    }

    /** Where in the item, as it was before or after, those paths are. */
    public List<Path> writtenIn(Value.MapOf item) {
        var paths = new ArrayList<Path>();
        sets.forEach(set -> paths.add(set.path().landedIn(item)));
        paths.addAll(targets().subList(sets.size(), targets().size()));
        return paths;
    }

    static Update empty() {
        return new Update(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
