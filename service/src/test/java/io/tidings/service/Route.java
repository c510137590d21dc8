package io.tidings.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** One operation of the OpenAPI file, so that a new one is tested without anybody thinking of it. */
record Route(String method, String path, String operationId, String summary, List<String> requiredQuery, boolean body) {

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    private static final String NOBODYS_EVENT = "evt_019a7c3e5a52_0f6f3c8f4f10a2b3c4d5e6f7";

    static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        map(Objects.requireNonNull(document().get("paths")))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        routes.add(of(method, path, map(operation)));
                    }
                }));
        return routes;
    }

    private static Map<String, Object> document() {
        try {
            return map(new Yaml().load(Files.readString(Path.of("openapi/tidings.yml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route of(String method, String path, Map<String, Object> operation) {
        List<String> query = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<String, Object> one = map(parameter);
                if ("query".equals(one.get("in")) && Boolean.TRUE.equals(one.get("required"))) {
                    query.add(String.valueOf(one.get("name")));
                }
            }
        }
        return new Route(
                method.toUpperCase(Locale.ROOT),
                path,
                String.valueOf(operation.get("operationId")),
                String.valueOf(operation.getOrDefault("summary", "")),
                query,
                operation.containsKey("requestBody"));
    }

    boolean hasId() {
        return path.contains("{id}") || path.contains("{address}");
    }

    /** Where to send a request about this id. */
    String at(String id) {
        StringBuilder target = new StringBuilder(path.replace("{id}", id)
                .replace("{address}", id)
                .replace("{email}", "nobody@example.com")
                .replace("{queue}", "feedback")
                .replace("{event}", NOBODYS_EVENT));
        char mark = '?';
        for (String name : requiredQuery) {
            target.append(mark).append(name).append('=').append(name.endsWith("Id") ? id : "accepted");
            mark = '&';
        }
        return target.toString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
