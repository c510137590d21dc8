package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.Draft;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a SendEmail request, as far as deciding about it needs. */
final class SendEmailRequest {
    private static final String OPERATION = "SendEmail";

    private final Templates templates;

    SendEmailRequest(Templates templates) {
        this.templates = templates;
    }

    Draft read(JsonNode request) {
        for (var refused : List.of("ListManagementOptions", "EndpointId", "TenantName")) {
            if (request.hasNonNull(refused)) {
                throw Validation.bad(refused + " is not supported by this emulator of SES.");
            }
        }
        var content = request.path("Content");
        var kinds = List.of("Simple", "Raw", "Template").stream()
                .filter(content::hasNonNull)
                .toList();
        if (kinds.size() != 1) {
            throw Validation.bad("Content must be one of Simple, Raw and Template.");
        }
        return switch (kinds.getFirst()) {
            case "Raw" -> raw(request, content.path("Raw"));
            case "Simple" -> simple(request, content.path("Simple"));
            default -> template(request, content.path("Template"));
        };
    }

    private Draft simple(JsonNode request, JsonNode simple) {
        var subject = Json.string(simple.path("Subject"), "Data");
        if (subject == null) {
            throw Validation.bad("Missing required header 'Subject'.");
        }
        var body = simple.path("Body");
        if (!body.path("Text").hasNonNull("Data") && !body.path("Html").hasNonNull("Data")) {
            throw Validation.bad("Missing message body: Text or Html is required.");
        }
        return draft(request, subject, Validation.headers(simple.get("Headers")), null, null);
    }

    private Draft template(JsonNode request, JsonNode template) {
        var content = templates.content(template);
        var data = Templates.data(Json.string(template, "TemplateData", "{}"));
        var headers = Validation.headers(template.get("Headers"));
        var name = Json.string(template, "TemplateName");
        try {
            Templates.requireAll(Templates.bodyVariables(content), data);
            return draft(request, Substitution.fill(content.subject(), data), headers, name, null);
        } catch (Substitution.MissingVariable e) {
            return draft(request, content.subject(), headers, name, e.text());
        }
    }

    private Draft raw(JsonNode request, JsonNode raw) {
        var mime = RawMessage.parse(raw);
        var destination = request.path("Destination");
        var to = Validation.mailboxes(destination.get("ToAddresses"));
        var cc = Validation.mailboxes(destination.get("CcAddresses"));
        var bcc = Validation.mailboxes(destination.get("BccAddresses"));
        if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
            to = mime.mailboxes("To");
            cc = mime.mailboxes("Cc");
            bcc = mime.mailboxes("Bcc");
        }
        Validation.recipients(to.size() + cc.size() + bcc.size());
        var from = Json.string(request, "FromEmailAddress", mime.header("From"));
        var tags = Validation.merged(mime.tags(), Validation.tags(request.get("EmailTags")));
        var set = Json.string(request, "ConfigurationSetName", mime.header("X-SES-CONFIGURATION-SET"));
        return new Draft(
                OPERATION,
                sender(from),
                to,
                cc,
                bcc,
                mime.mailboxes("Reply-To"),
                mime.header("Subject"),
                configurationSet(from, set.isEmpty() ? null : set),
                tags,
                mime.others(),
                null,
                null,
                0);
    }

    private Draft draft(
            JsonNode request,
            String subject,
            List<MailHeader> headers,
            @Nullable String template,
            @Nullable String renderingFailure) {
        var from = sender(Json.string(request, "FromEmailAddress", ""));
        var destination = request.path("Destination");
        var to = Validation.mailboxes(destination.get("ToAddresses"));
        var cc = Validation.mailboxes(destination.get("CcAddresses"));
        var bcc = Validation.mailboxes(destination.get("BccAddresses"));
        Validation.recipients(to.size() + cc.size() + bcc.size());
        return new Draft(
                OPERATION,
                from,
                to,
                cc,
                bcc,
                Validation.mailboxes(request.get("ReplyToAddresses")),
                subject,
                configurationSet(from, Json.string(request, "ConfigurationSetName")),
                Validation.tags(request.get("EmailTags")),
                headers,
                template,
                renderingFailure,
                0);
    }

    private @Nullable String configurationSet(String from, @Nullable String named) {
        return templates.configurationSet(from, named);
    }

    static String sender(String from) {
        if (from.isEmpty()) {
            throw Validation.bad("Missing required header 'From'.");
        }
        Addresses.check(from);
        return from;
    }

    /** SendBulkEmail: the drafts of its entries, in order, each readable or refused for itself. */
    List<Candidate> readBulk(JsonNode request) {
        var entries = request.path("BulkEmailEntries");
        if (!entries.isArray() || entries.isEmpty()) {
            throw Validation.bad("BulkEmailEntries must not be empty.");
        }
        // SES: at most 50 destinations a call
        if (entries.size() > 50) {
            throw Validation.bad("BulkEmailEntries must have at most 50 entries.");
        }
        var template = request.path("DefaultContent").path("Template");
        if (!template.isObject()) {
            throw Validation.bad("DefaultContent.Template is required.");
        }
        var content = templates.content(template);
        var from = sender(Json.string(request, "FromEmailAddress", ""));
        var shared = new BulkEntry.Shared(
                from,
                Validation.mailboxes(request.get("ReplyToAddresses")),
                configurationSet(from, Json.string(request, "ConfigurationSetName")),
                Validation.tags(request.get("DefaultEmailTags")),
                Validation.headers(template.get("Headers")),
                Json.string(template, "TemplateName"),
                content,
                Templates.bodyVariables(content),
                Templates.data(Json.string(template, "TemplateData", "{}")));
        var candidates = new ArrayList<Candidate>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            candidates.add(candidate(shared, entries.get(i), i));
        }
        return candidates;
    }

    private static Candidate candidate(BulkEntry.Shared shared, JsonNode entry, int index) {
        try {
            return new Candidate.Readable(BulkEntry.read(shared, entry, index));
        } catch (Refusal refusal) {
            return new Candidate.Unreadable(SendRefusal.of(refusal));
        }
    }
}
