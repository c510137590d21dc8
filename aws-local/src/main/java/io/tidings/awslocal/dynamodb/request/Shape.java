package io.tidings.awslocal.dynamodb.request;

import java.util.Map;

/** What a part of a request must look like. Fields that a struct does not name are skipped, as DynamoDB does. */
public sealed interface Shape {
    Shape STRING = new Scalar("String");
    Shape BOOLEAN = new Scalar("Boolean");
    Shape INTEGER = new Scalar("Integer");
    Shape LONG = new Scalar("Long");
    /** Attribute names with their values: an item, a key, a set of expression values. */
    Shape ATTRIBUTES = new Attributes();

    /** Anything at all: for parameters that are refused as soon as they are present. */
    Shape ANY = new Any();

    static Shape list(Shape element) {
        return new ListOf(element);
    }

    static Shape map(Shape value) {
        return new MapOf(value);
    }

    @SuppressWarnings("unchecked")
    static Shape struct(Object... namesAndShapes) {
        var fields = new java.util.HashMap<String, Shape>();
        for (var i = 0; i < namesAndShapes.length; i += 2) {
            fields.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
        }
        return new Struct(Map.copyOf(fields));
    }

    record Scalar(String javaName) implements Shape {}

    record Attributes() implements Shape {}

    record Any() implements Shape {}

    record ListOf(Shape element) implements Shape {}

    record MapOf(Shape value) implements Shape {}

    record Struct(Map<String, Shape> fields) implements Shape {}
}
