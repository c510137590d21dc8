package io.tidings.service.notifications;

import io.micronaut.json.JsonMapper;
import io.tidings.core.notification.Letter;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.service.notifications.NewNotification.InlineContent;
import io.tidings.service.web.Problem.FieldError;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it says: a template of the account, or words of its own. */
@Singleton
final class ContentReader {

    private final NewestTemplates templates;
    private final TemplateEngine engine;
    private final JsonMapper json;

    ContentReader(NewestTemplates templates, TemplateEngine engine, JsonMapper json) {
        this.templates = templates;
        this.engine = engine;
        this.json = json;
    }

    Letter.@Nullable Source source(NewNotification request, List<FieldError> mistakes) {
        if ((request.templateId() == null) == (request.content() == null)) {
            mistakes.add(new FieldError("content", "give either templateId or content, not both and not neither"));
            return null;
        }
        InlineContent inline = request.content();
        return inline == null ? template(String.valueOf(request.templateId()), mistakes) : inline(inline, mistakes);
    }

    private Letter.@Nullable Source template(String id, List<FieldError> mistakes) {
        Integer version = id.isBlank() ? null : templates.version(id);
        if (version == null) {
            mistakes.add(new FieldError("templateId", "no such template"));
            return null;
        }
        return new Letter.OfTemplate(id, version);
    }

    private Letter.Source inline(InlineContent inline, List<FieldError> mistakes) {
        TemplateContent content = new TemplateContent(inline.subject(), inline.html(), inline.text());
        if (engine.compile(content) instanceof Faulty(var problems)) {
            problems.forEach(problem -> mistakes.add(
                    new FieldError("content." + problem.field(), "line " + problem.line() + ": " + problem.message())));
        }
        return new Letter.Inline(content);
    }

    /** The data as JSON, to know how long it is. */
    String data(NewNotification request, List<FieldError> mistakes) {
        Map<String, Object> data = request.data();
        if (data == null || data.isEmpty()) {
            return "{}";
        }
        if (request.collapse() != null && (data.containsKey("events") || data.containsKey("count"))) {
            mistakes.add(new FieldError("data", "events and count are filled in where events are collapsed"));
        }
        try {
            return json.writeValueAsString(data);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read as JSON cannot be written as JSON", e);
        }
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
