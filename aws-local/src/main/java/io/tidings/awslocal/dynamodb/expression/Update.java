package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

    /** What it updates, as UPDATED_OLD and UPDATED_NEW show it: of a list that grew or shrank, the whole list. */
    public List<Path> updatedIn(Value.MapOf before) {
        var paths = new LinkedHashSet<Path>();
        for (var set : sets) {
            paths.add(set.path().isBeyond(before) ? set.path().wholeList() : set.path());
        }
        removes.forEach(path -> paths.add(path.wholeList()));
        paths.addAll(targets().subList(sets.size() + removes.size(), targets().size()));
        return List.copyOf(paths);
    }

    static Update empty() {
        return new Update(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
