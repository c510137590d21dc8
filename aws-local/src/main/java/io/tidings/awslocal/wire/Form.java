package io.tidings.awslocal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query-protocol request, with its numbered members (`Attributes.entry.1.key`). */
public record Form(Map<String, List<String>> parameters) {

    public String action() {
        return optional("Action", "");
    }

    public @Nullable String optional(String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    public String optional(String name, String otherwise) {
        var value = optional(name);
        return value == null ? otherwise : value;
    }

    /** As SNS words the refusal of a missing parameter. */
    public String required(String name) {
        var value = optional(name);
        if (value == null || value.isEmpty()) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: " + name);
        }
        return value;
    }

    public Map<String, String> entries(String prefix, String key, String value) {
        var all = new LinkedHashMap<String, String>();
        for (var i = 1; optional(prefix + "." + i + "." + key) instanceof String name; i++) {
            all.put(name, optional(prefix + "." + i + "." + value, ""));
        }
        return all;
    }

    /** The forms of `prefix.1.*`, `prefix.2.*` and so on, with the prefix taken off. */
    public List<Form> members(String prefix) {
        var all = new ArrayList<Form>();
        for (var i = 1; ; i++) {
            var start = prefix + "." + i + ".";
            var member = new LinkedHashMap<String, List<String>>();
            parameters.forEach((name, values) -> {
                if (name.startsWith(start)) {
                    member.put(name.substring(start.length()), values);
                }
            });
            if (member.isEmpty()) {
                return all;
            }
            all.add(new Form(member));
        }
    }
}
