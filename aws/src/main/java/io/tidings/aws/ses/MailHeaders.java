package io.tidings.aws.ses;

import java.util.Map;
import java.util.Optional;

/** What may stand in a header. SES refuses the rest itself; other endpoints let a line break begin a header of the writer's choice. */
final class MailHeaders {

    private MailHeaders() {}

    static Optional<String> problem(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!isPlain(header.getKey()) || !isPlain(header.getValue())) {
                return Optional.of("the header " + header.getKey().strip() + " has a character it may not have");
            }
        }
        return Optional.empty();
    }

    /** Looked at for every header of every mail. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 127) {
                return false;
            }
        }
        return true;
    }
}
