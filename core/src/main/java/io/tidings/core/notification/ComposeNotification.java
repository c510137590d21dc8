package io.tidings.core.notification;

import io.tidings.core.ledger.MessageTags;
import io.tidings.core.notification.Letter.Inline;
import io.tidings.core.notification.Letter.OfTemplate;
import io.tidings.core.sending.Attachment;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.ListHeaders;
import io.tidings.core.sending.Mail;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Compiled;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the mail of a notification. */
public final class ComposeNotification {

    private static final String UNSUBSCRIBE_URL = "unsubscribeUrl";

    private final FrozenTemplates templates;
    private final TemplateEngine engine;
    private final LeaveLinks links;

    public ComposeNotification(FrozenTemplates templates, TemplateEngine engine, LeaveLinks links) {
        this.templates = templates;
        this.engine = engine;
        this.links = links;
    }

    /** @throws IllegalArgumentException when the template fails on this data */
    public Mail compose(Notification notification, List<Attachment> attachments) {
        Letter letter = notification.letter();
        Map<String, String> headers = new LinkedHashMap<>();
        // RFC 3834: keeps automatic answers from coming back.
        headers.put("Auto-Submitted", "auto-generated");
        headers.putAll(letter.headers());
        if (letter.locale() != null) {
            headers.put("Content-Language", letter.locale());
        }
        if (letter.replyTo() != null) {
            headers.put("Reply-To", letter.replyTo().toString());
        }
        Map<String, Object> fields = new HashMap<>(letter.data());
        if (letter.locale() != null) {
            fields.putIfAbsent("locale", letter.locale());
        }
        Category category = notification.terms().category();
        if (category.purpose().leavable()) {
            String link = links.leaveLink(notification.to().recipientId(), notification.id());
            headers.putAll(
                    ListHeaders.of(category.key(), letter.from().address().domain(), link));
            fields.put(UNSUBSCRIBE_URL, link);
        }
        RenderedContent content = template(letter).render(new MergeFields(fields));
        return new Mail(notification.to(), letter.from(), content, headers, tags(notification), attachments);
    }

    private CompiledTemplate template(Letter letter) {
        return switch (letter.source()) {
            case OfTemplate(String id, int version) -> templates.compiled(id, version);
            case Inline(var content) -> {
                if (engine.compile(content) instanceof Compiled(CompiledTemplate template)) {
                    yield template;
                }
                throw new IllegalArgumentException("it has mistakes");
            }
        };
    }

    /** With them SES's report of the next attempt finds this message. */
    private static Map<String, String> tags(Notification notification) {
        return new MessageTags(
                        notification.origin(),
                        notification.to().recipientId(),
                        notification.letter().templateId(),
                        notification.terms().category().key(),
                        notification.progress().attempts() + 1)
                .toMap();
    }
}
