package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The head of a MIME message that was given whole. */
public record RawMessage(List<MailHeader> headers, String source) {
    private static final int MAX_BYTES = 40 * 1024 * 1024;
    private static final int MAX_LINE = 1_000;
    private static final Set<String> STRUCTURAL =
            Set.of("from", "to", "cc", "bcc", "subject", "reply-to", "x-ses-message-tags", "x-ses-configuration-set");

    static RawMessage parse(JsonNode raw) {
        var encoded = Json.string(raw, "Data", "");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw Validation.bad("Raw message is not base64.");
        }
        if (bytes.length == 0) {
            throw Validation.bad("Raw message is empty.");
        }
        if (encoded.length() > MAX_BYTES) {
            throw Validation.bad(
                    "Message length is more than " + MAX_BYTES + " bytes long: '" + encoded.length() + "'.");
        }
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    public static RawMessage of(String source) {
        var headers = new ArrayList<MailHeader>();
        for (var line : source.split("\r?\n", -1)) {
            if (line.length() > MAX_LINE) {
                throw Validation.bad("Line in raw message is longer than " + MAX_LINE + " characters.");
            }
            if (line.isEmpty()) {
                break;
            }
            if ((line.startsWith(" ") || line.startsWith("\t")) && !headers.isEmpty()) {
                var last = headers.removeLast();
                headers.add(new MailHeader(last.name(), last.value() + " " + line.strip()));
                continue;
            }
            var colon = line.indexOf(':');
            if (colon <= 0) {
                throw Validation.bad("Illegal header in raw message.");
            }
            headers.add(new MailHeader(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new RawMessage(headers, source);
    }

    /** The first header of that name; empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MailHeader::value)
                .findFirst()
                .orElse("");
    }

    /** Split at the commas that stand outside quotes. */
    List<String> mailboxes(String name) {
        var all = new ArrayList<String>();
        var current = new StringBuilder();
        var quoted = false;
        for (var c : header(name).toCharArray()) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                all.add(current.toString().strip());
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        all.add(current.toString().strip());
        all.removeIf(String::isEmpty);
        all.forEach(Addresses::check);
        return all;
    }

    Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        for (var pair : header("X-SES-MESSAGE-TAGS").split(",")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                Validation.putTag(
                        tags,
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return tags;
    }

    List<MailHeader> others() {
        return headers.stream()
                .filter(header -> !STRUCTURAL.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
