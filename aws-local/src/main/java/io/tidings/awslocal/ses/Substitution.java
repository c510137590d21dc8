package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Refusal;
import java.util.Set;
import java.util.TreeSet;

/** SES's simple substitution: `{{name}}` or `{{{name}}}`, nothing escaped; all else of its template language is refused. */
public final class Substitution {
    private Substitution() {}

    /** A variable has no value. */
    public static final class MissingVariable extends Exception {
        private static final long serialVersionUID = 1;

        private final String text;

        MissingVariable(String name) {
            super(name, null, false, false);
            text = "Attribute '" + name + "' is not present in the rendering data.";
        }

        public String text() {
            return text;
        }
    }

    /** The names a template asks for. */
    static Set<String> variables(String template) {
        var names = new TreeSet<String>();
        for (var open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", open)) {
            var start = template.startsWith("{{{", open) ? open + 3 : open + 2;
            var close = template.indexOf("}}", start);
            if (close < 0) {
                throw new Refusal(400, "BadRequestException", "Template is not well formed: {{ without }}");
            }
            var name = template.substring(start, close).strip();
            if (name.isEmpty() || "#/^>!&".indexOf(name.charAt(0)) >= 0) {
                throw new Refusal(
                        400, "BadRequestException", "This emulator fills in {{name}} only, not {{" + name + "}}");
            }
            names.add(name);
            open = close + 2;
        }
        return names;
    }

    public static String fill(String template, JsonNode data) throws MissingVariable {
        var open = template.indexOf("{{");
        if (open < 0) {
            return template;
        }
        var out = new StringBuilder(template.length() + 256);
        var done = 0;
        while (open >= 0) {
            var triple = template.startsWith("{{{", open);
            var start = triple ? open + 3 : open + 2;
            var close = template.indexOf(triple ? "}}}" : "}}", start);
            if (close < 0) {
                break;
            }
            out.append(template, done, open)
                    .append(value(data, template.substring(start, close).strip()));
            done = close + (triple ? 3 : 2);
            open = template.indexOf("{{", done);
        }
        return out.append(template, done, template.length()).toString();
    }

    static JsonNode require(JsonNode data, String name) throws MissingVariable {
        JsonNode value = data.get(name);
        if (value == null && name.indexOf('.') > 0) {
            value = data.at("/" + name.replace('.', '/'));
        }
        if (value == null || value.isMissingNode() || value.isNull()) {
            throw new MissingVariable(name);
        }
        return value;
    }

    private static String value(JsonNode data, String name) throws MissingVariable {
        var value = require(data, name);
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
