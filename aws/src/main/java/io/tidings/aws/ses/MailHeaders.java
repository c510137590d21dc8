package io.tidings.aws.ses;

import java.util.Map;
import java.util.Optional;

/** What may stand in a header. SES refuses the rest itself; other endpoints let a line break begin a header of the writer's choice. */
final class MailHeaders {

    private MailHeaders() {}

    static Optional<String> problem(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !isPlain(header.getKey() + header.getValue()))
                .findFirst()
                .map(header -> "the header " + header.getKey().strip() + " has a character it may not have");
    }

    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
