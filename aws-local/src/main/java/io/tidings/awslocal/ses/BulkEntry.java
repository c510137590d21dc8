package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.mail.Draft;
import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry of a SendBulkEmail request. */
final class BulkEntry {
    /** What all entries of a call have in common. */
    record Shared(
            String from,
            List<String> replyTo,
            @Nullable String configurationSet,
            Map<String, String> tags,
            List<MailHeader> headers,
            @Nullable String templateName,
            StoredTemplate.Content content,
            Set<String> bodyVariables,
            JsonNode data) {}

    private BulkEntry() {}

    static Draft read(Shared shared, JsonNode entry, int index) {
        var destination = entry.path("Destination");
        var to = Validation.mailboxes(destination.get("ToAddresses"));
        var cc = Validation.mailboxes(destination.get("CcAddresses"));
        var bcc = Validation.mailboxes(destination.get("BccAddresses"));
        Validation.recipients(to.size() + cc.size() + bcc.size());
        var headers = Validation.merged(shared.headers(), Validation.headers(entry.get("ReplacementHeaders")));
        var tags = Validation.merged(shared.tags(), Validation.tags(entry.get("ReplacementTags")));
        var data = data(shared.data(), entry);
        String subject = shared.content().subject();
        String failure = null;
        try {
            Templates.requireAll(shared.bodyVariables(), data);
            subject = Substitution.fill(subject, data);
        } catch (Substitution.MissingVariable e) {
            failure = e.text();
        }
        return new Draft(
                "SendBulkEmail",
                shared.from(),
                to,
                cc,
                bcc,
                shared.replyTo(),
                subject,
                shared.configurationSet(),
                tags,
                headers,
                shared.templateName(),
                failure,
                index);
    }

    /** The entry's own data over the call's. */
    static JsonNode data(JsonNode shared, JsonNode entry) {
        var replacement = Json.string(
                entry.path("ReplacementEmailContent").path("ReplacementTemplate"), "ReplacementTemplateData");
        if (replacement == null) {
            return shared;
        }
        var own = Templates.data(replacement);
        if (shared.isEmpty()) {
            return own;
        }
        var all = Json.object();
        shared.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        own.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        return all;
    }
}
