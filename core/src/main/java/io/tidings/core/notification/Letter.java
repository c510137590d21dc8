package io.tidings.core.notification;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.template.TemplateContent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says.
 *
 * @param headers those the program asked for, checked
 * @param attachments how many files lie beside it
 */
public record Letter(
        Sender from,
        Source source,
        Map<String, ?> data,
        @Nullable String locale,
        @Nullable EmailAddress replyTo,
        Map<String, String> headers,
        int attachments) {

    /** Where the words come from. */
    public sealed interface Source {}

    /** The template as it was when the program asked. */
    public record OfTemplate(String id, int version) implements Source {}

    /** What the program brought along. */
    public record Inline(TemplateContent content) implements Source {}

    public @Nullable String templateId() {
        return source instanceof OfTemplate(String id, int _) ? id : null;
    }

    Letter with(Map<String, ?> other) {
        return new Letter(from, source, other, locale, replyTo, headers, attachments);
    }
}
