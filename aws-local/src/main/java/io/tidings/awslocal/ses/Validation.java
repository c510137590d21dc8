package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SES's limits for what comes with a mail. Each is as the API's model has it. */
final class Validation {
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,995}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final int MAX_HEADERS = 15;
    private static final int MAX_HEADER_LENGTH = 996;
    private static final int MAX_TAGS = 50;
    private static final int MAX_RECIPIENTS = 50;

    /** Headers that SES sets itself and refuses from others. */
    private static final List<String> RESERVED = List.of(
            "bcc",
            "cc",
            "content-disposition",
            "content-type",
            "content-transfer-encoding",
            "date",
            "from",
            "message-id",
            "mime-version",
            "reply-to",
            "return-path",
            "sender",
            "subject",
            "to");

    private Validation() {}

    static Refusal bad(String why) {
        return new Refusal(400, "BadRequestException", why);
    }

    static List<MailHeader> headers(@Nullable JsonNode array) {
        if (array == null || array.isNull()) {
            return List.of();
        }
        requireArray(array, "Headers");
        if (array.size() > MAX_HEADERS) {
            throw bad("Member must have length less than or equal to " + MAX_HEADERS + " at 'headers'");
        }
        var headers = new ArrayList<MailHeader>(array.size());
        for (var item : array) {
            var header = new MailHeader(Json.string(item, "Name", ""), Json.string(item, "Value", ""));
            check(header);
            headers.add(header);
        }
        return headers;
    }

    /** The template's headers with the entry's own: the same name replaces, another is added. */
    static List<MailHeader> merged(List<MailHeader> headers, List<MailHeader> replacements) {
        if (replacements.isEmpty()) {
            return headers;
        }
        var byName = new LinkedHashMap<String, MailHeader>();
        headers.forEach(header -> byName.put(header.name().toLowerCase(Locale.ROOT), header));
        replacements.forEach(header -> byName.put(header.name().toLowerCase(Locale.ROOT), header));
        if (byName.size() > MAX_HEADERS) {
            throw bad("A message can have at most " + MAX_HEADERS + " headers");
        }
        return List.copyOf(byName.values());
    }

    static Map<String, String> tags(@Nullable JsonNode array) {
        if (array == null || array.isNull() || array.isEmpty()) {
            return Map.of();
        }
        requireArray(array, "EmailTags");
        if (array.size() > MAX_TAGS) {
            throw bad("Too many tags: at most " + MAX_TAGS);
        }
        var tags = new LinkedHashMap<String, String>();
        for (var item : array) {
            putTag(tags, Json.string(item, "Name", ""), Json.string(item, "Value", ""));
        }
        return tags;
    }

    static void putTag(Map<String, String> tags, String name, String value) {
        if (!TAG.matcher(name).matches() || name.startsWith("ses:")) {
            throw bad("Invalid tag name <" + name + ">: only ASCII letters, digits, '_', '-', at most 256 characters");
        }
        if (!TAG.matcher(value).matches()) {
            throw bad(
                    "Invalid tag value <" + value + ">: only ASCII letters, digits, '_', '-', at most 256 characters");
        }
        tags.put(name, value);
    }

    static Map<String, String> merged(Map<String, String> tags, Map<String, String> replacements) {
        if (replacements.isEmpty()) {
            return tags;
        }
        var all = new HashMap<>(tags);
        all.putAll(replacements);
        if (all.size() > MAX_TAGS) {
            throw bad("Too many tags: at most " + MAX_TAGS);
        }
        var ordered = new LinkedHashMap<>(tags);
        ordered.putAll(replacements);
        return ordered;
    }

    static List<String> mailboxes(@Nullable JsonNode array) {
        if (array == null || array.isNull()) {
            return List.of();
        }
        requireArray(array, "addresses");
        var all = Json.strings(array);
        all.forEach(Addresses::check);
        return all;
    }

    static void recipients(int count) {
        if (count == 0) {
            throw bad("Missing required header 'To'.");
        }
        if (count > MAX_RECIPIENTS) {
            throw bad("Recipient count exceeds " + MAX_RECIPIENTS + ".");
        }
    }

    private static void check(MailHeader header) {
        if (!HEADER_NAME.matcher(header.name()).matches()) {
            throw bad("Invalid header name <" + header.name() + ">");
        }
        if (!HEADER_VALUE.matcher(header.value()).matches()) {
            throw bad("Invalid value of header <" + header.name() + ">: 1 to 995 printable ASCII characters");
        }
        if (header.name().length() + header.value().length() > MAX_HEADER_LENGTH) {
            throw bad("Header <" + header.name() + "> is longer than " + MAX_HEADER_LENGTH + " characters");
        }
        if (RESERVED.contains(header.name().toLowerCase(Locale.ROOT))) {
            throw bad("Header <" + header.name() + "> cannot be set");
        }
    }

    private static void requireArray(JsonNode node, String what) {
        if (!node.isArray()) {
            throw new Refusal(400, "SerializationException", what + " must be a list");
        }
    }
}
