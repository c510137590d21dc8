package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a mail's content out of the request that brought it. It is only done when somebody looks. */
public final class Contents {
    /**
     * What a mail looks like.
     *
     * @param raw the whole message, where it was given as one
     */
    public record Content(
            @Nullable String html,
            @Nullable String text,
            @Nullable String raw,
            List<Attachment> attachments) {}

    /** A file that goes with a mail; the content is base64. */
    public record Attachment(String name, String type, String content) {}

    private static final Content NONE = new Content(null, null, null, List.of());

    private final Templates templates;

    Contents(Templates templates) {
        this.templates = templates;
    }

    public Content read(Mail mail, byte[] request) {
        var json = Json.parse(request);
        if (json == null) {
            return NONE;
        }
        try {
            return mail.operation().equals("SendBulkEmail")
                    ? bulk(json, mail.body().entry())
                    : single(json.path("Content"));
        } catch (Substitution.MissingVariable | Refusal e) {
            return NONE; // It failed to render, or its stored template is gone.
        }
    }

    private Content bulk(JsonNode json, int index) throws Substitution.MissingVariable {
        var template = json.path("DefaultContent").path("Template");
        var shared = Templates.data(Json.string(template, "TemplateData", "{}"));
        var data = BulkEntry.data(shared, json.path("BulkEmailEntries").path(index));
        return filled(template, data);
    }

    private Content single(JsonNode content) throws Substitution.MissingVariable {
        if (content.hasNonNull("Raw")) {
            var bytes = Base64.getDecoder().decode(Json.string(content.path("Raw"), "Data", ""));
            return MimeReader.read(new String(bytes, StandardCharsets.UTF_8));
        }
        if (content.hasNonNull("Template")) {
            var template = content.path("Template");
            return filled(template, Templates.data(Json.string(template, "TemplateData", "{}")));
        }
        var simple = content.path("Simple");
        return new Content(
                Json.string(simple.path("Body").path("Html"), "Data"),
                Json.string(simple.path("Body").path("Text"), "Data"),
                null,
                attachments(simple));
    }

    private Content filled(JsonNode template, JsonNode data) throws Substitution.MissingVariable {
        var content = templates.content(template);
        return new Content(
                none(Substitution.fill(content.html(), data)),
                none(Substitution.fill(content.text(), data)),
                null,
                attachments(template));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Attachment> attachments(JsonNode content) {
        var all = new ArrayList<Attachment>();
        for (var one : content.path("Attachments")) {
            all.add(new Attachment(
                    Json.string(one, "FileName", "attachment"),
                    Json.string(one, "ContentType", "application/octet-stream"),
                    Json.string(one, "RawContent", "")));
        }
        return all;
    }
}
