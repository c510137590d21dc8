package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of an item that were asked for. */
public record Projection(List<Path> paths) {

    static Projection parse(String text, Placeholders placeholders) {
        var tokens = new Tokens(text);
        var operands = new OperandParser(tokens, placeholders);
        var paths = new ArrayList<Path>();
        do {
            paths.add(operands.path());
        } while (tokens.skip(","));
        tokens.expectEnd();
        PathConflicts.refuse(paths);
        return new Projection(List.copyOf(paths));
    }

    public Value.MapOf of(Value.MapOf item) {
        if (paths.stream().allMatch(Path::isAttribute)) {
            return attributes(item);
        }
        var parts = new Part();
        for (var path : paths) {
            var value = Documents.get(item, path);
            if (value != null) {
                parts.add(path, value);
            }
        }
        return new Value.MapOf(parts.attributes());
    }

    private Value.MapOf attributes(Value.MapOf item) {
        var picked = new HashMap<String, Value>();
        for (var path : paths) {
            var value = item.attributes().get(path.attribute());
            if (value != null) {
                picked.put(path.attribute(), value);
            }
        }
        return new Value.MapOf(picked);
    }

    /** A document growing again from its parts: list positions keep their order and lose their gaps. */
    private static final class Part {
        private final TreeMap<Integer, Object> items = new TreeMap<>();
        private final HashMap<String, Object> members = new HashMap<>();

        void add(Path path, Value value) {
            var at = this;
            for (var step : path.steps().subList(0, path.steps().size() - 1)) {
                at = (Part)
                        switch (step) {
                            case Path.Name(var name) -> at.members.computeIfAbsent(name, ignored -> new Part());
                            case Path.Index(var index) -> at.items.computeIfAbsent(index, ignored -> new Part());
                        };
            }
            switch (path.steps().getLast()) {
                case Path.Name(var name) -> at.members.put(name, value);
                case Path.Index(var index) -> at.items.put(index, value);
            }
        }

        Map<String, Value> attributes() {
            var attributes = new HashMap<String, Value>();
            members.forEach((name, part) -> attributes.put(name, value(part)));
            return attributes;
        }

        private static Value value(Object part) {
            return switch (part) {
                case Value value -> value;
                case Part inner when inner.items.isEmpty() -> new Value.MapOf(inner.attributes());
                default ->
                    new Value.ListOf(((Part) part)
                            .items.values().stream().map(Part::value).toList());
            };
        }
    }
}
