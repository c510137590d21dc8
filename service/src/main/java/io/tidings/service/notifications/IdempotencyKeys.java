package io.tidings.service.notifications;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header that makes a repeated request do nothing new. */
@Singleton
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final JsonMapper json;

    IdempotencyKeys(JsonMapper json) {
        this.json = json;
    }

    Poster.@Nullable Key read(@Nullable String header, Caller caller, Object request) {
        if (header == null) {
            return null;
        }
        if (!KEY.matcher(header).matches()) {
            throw ProblemException.invalid(HEADER, "has to be 1 to 200 printable ASCII characters without spaces");
        }
        return new Poster.Key(caller.own(header), Caller.hash(canonical(request)));
    }

    /** The same for two spellings of one request: its fields in order, and nothing that we do not read. */
    private String canonical(Object request) {
        try {
            StringBuilder text = new StringBuilder();
            write(json.writeValueToTree(request), text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("what was read as JSON cannot be written as JSON", e);
        }
    }

    private void write(JsonNode node, StringBuilder text) throws IOException {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
            text.append('{');
            for (var field : fields.entrySet()) {
                text.append(json.writeValueAsString(field.getKey())).append(':');
                write(field.getValue(), text);
                text.append(',');
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (JsonNode value : node.values()) {
                write(value, text);
                text.append(',');
            }
            text.append(']');
        } else {
            text.append(json.writeValueAsString(node));
        }
    }
}
