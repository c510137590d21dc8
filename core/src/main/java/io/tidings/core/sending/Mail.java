package io.tidings.core.sending;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.template.RenderedContent;
import java.util.List;
import java.util.Map;

/** A message as it is handed to SES. The tags come back with everything SES reports of it. */
public record Mail(
        EmailAddress to,
        Sender from,
        RenderedContent content,
        Map<String, String> headers,
        Map<String, String> tags,
        List<Attachment> attachments) {

    public Mail(
            EmailAddress to,
            Sender from,
            RenderedContent content,
            Map<String, String> headers,
            Map<String, String> tags) {
        this(to, from, content, headers, tags, List.of());
    }
}
