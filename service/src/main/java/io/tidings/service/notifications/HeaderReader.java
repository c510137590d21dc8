package io.tidings.service.notifications;

import io.tidings.service.web.Problem.FieldError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which headers a program may set: those that thread and sort mail, and its own; none that SES or we set, and never a second line. */
final class HeaderReader {

    private static final Set<String> KNOWN = Set.of("in-reply-to", "references", "importance", "x-entity-ref-id");
    private static final List<String> TAKEN = List.of("x-ses-", "x-tidings-", "x-amz-", "x-google-", "x-original-");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");
    // SES: a header's name and value have at most 996 characters together.
    private static final int LONGEST = 900;

    private HeaderReader() {}

    static Map<String, String> read(@Nullable Map<String, String> headers, List<FieldError> mistakes) {
        Map<String, String> read = new LinkedHashMap<>();
        Map<String, String> spellings = new HashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> {
                String problem = problem(name, value);
                if (problem == null && spellings.put(name.toLowerCase(Locale.ROOT), name) != null) {
                    problem = "is there twice";
                }
                if (problem != null) {
                    mistakes.add(new FieldError("headers." + name, problem));
                } else {
                    read.put(name, value);
                }
            });
        }
        return read;
    }

    private static @Nullable String problem(String name, @Nullable String value) {
        String small = name.toLowerCase(Locale.ROOT);
        boolean own = small.startsWith("x-") && TAKEN.stream().noneMatch(small::startsWith);
        if (!NAME.matcher(name).matches() || !own && !KNOWN.contains(small)) {
            return "may not be set; In-Reply-To, References, Importance and X- headers of your own may";
        }
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            return "needs a value of at most " + LONGEST + " characters";
        }
        return value.chars().allMatch(c -> c >= ' ' && c < 127) ? null : "has a character that is not printable ASCII";
    }
}
