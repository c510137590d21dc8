package io.tidings.core.notification;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Sender;
import io.tidings.core.template.TemplateContent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail that a program asked for.
 *
 * @param content what to render: the template's content as it was when the program asked, or what the program brought along
 * @param fence grows with each attempt to send it
 * @param leasedUntil no other worker takes it before
 * @param askedAt when it was last handed to SES; until an outcome is recorded it is unknown
 */
public record Notification(
        String id,
        EmailAddress to,
        Sender from,
        @Nullable String templateId,
        TemplateContent content,
        Map<String, ?> data,
        String category,
        @Nullable String reference,
        Instant createdAt,
        long fence,
        @Nullable Instant leasedUntil,
        @Nullable Instant askedAt) {

    public Notification claimed(Instant now, Instant until) {
        return new Notification(
                id, to, from, templateId, content, data, category, reference, createdAt, fence + 1, until, now);
    }

    /** SES did not answer: the next worker may look at once for what it reports. */
    public Notification released() {
        return new Notification(
                id, to, from, templateId, content, data, category, reference, createdAt, fence, null, askedAt);
    }

    /** Surely not asked, so nothing is unknown. */
    public Notification givenBack() {
        return new Notification(
                id, to, from, templateId, content, data, category, reference, createdAt, fence, null, null);
    }
}
