package io.tidings.service.templates;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.sending.ComposeBatch;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Compiled;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.core.template.TemplateProblem;
import io.tidings.service.access.Roles;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.LinkSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/templates/preview")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Templates")
class PreviewController {

    private final TemplateEngine engine;
    private final ContactStore contacts;
    /** It unsubscribes nobody. */
    private final String exampleLink;

    PreviewController(TemplateEngine engine, ContactStore contacts, LinkSettings links) {
        this.engine = engine;
        this.contacts = contacts;
        this.exampleLink = links.publicUrl() + "/u/example";
    }

    @Serdeable
    @Schema(name = "PreviewRequest")
    record PreviewRequest(
            @NotNull @Size(max = 1_000) String subject,

            @NotNull @Size(max = TemplateController.LONGEST_BODY)
            String html,

            @Nullable @Size(max = TemplateController.LONGEST_BODY)
            String text,

            @Nullable String contactId,
            @Nullable Map<String, Object> mergeFields) {}

    @Serdeable
    @Schema(name = "TemplateProblem")
    record PreviewProblem(String field, int line, String message) {
        static PreviewProblem of(TemplateProblem problem) {
            return new PreviewProblem(problem.field(), problem.line(), problem.message());
        }
    }

    /** @param missingFields what the template mentions and this person does not have */
    @Serdeable
    @Schema(name = "Preview")
    record Preview(
            String subject,
            String html,
            String text,
            List<String> missingFields,
            List<PreviewProblem> problems,
            @Nullable String email) {}

    @Post
    @Operation(operationId = "previewTemplate", summary = "Renders a template as one person would get it")
    Preview preview(@Valid @Body PreviewRequest request) {
        Contact contact = request.contactId() == null ? null : find(request.contactId());
        String email = contact == null ? null : contact.address().toString();
        TemplateContent content = new TemplateContent(request.subject(), request.html(), request.text());
        return switch (engine.compile(content)) {
            case Faulty(var problems) ->
                new Preview(
                        request.subject(),
                        "",
                        "",
                        List.of(),
                        problems.stream().map(PreviewProblem::of).toList(),
                        email);
            case Compiled(CompiledTemplate template) -> rendered(template, fields(contact, request), email);
        };
    }

    private Preview rendered(CompiledTemplate template, MergeFields fields, @Nullable String email) {
        List<String> missing = template.fields().stream()
                .filter(name -> !name.contains(".") && !fields.values().containsKey(name))
                .toList();
        try {
            RenderedContent content = template.render(fields);
            return new Preview(
                    content.subject(), content.html().toString(), content.text().toString(), missing, List.of(), email);
        } catch (IllegalArgumentException e) {
            PreviewProblem problem = new PreviewProblem("html", 1, String.valueOf(e.getMessage()));
            return new Preview("", "", "", missing, List.of(problem), email);
        }
    }

    private MergeFields fields(@Nullable Contact contact, PreviewRequest request) {
        if (contact != null) {
            return ComposeBatch.fieldsOf(contact, exampleLink);
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put(ComposeBatch.UNSUBSCRIBE_URL, exampleLink);
        if (request.mergeFields() != null) {
            fields.putAll(request.mergeFields());
        }
        return new MergeFields(fields);
    }

    private Contact find(String id) {
        RecipientId recipient;
        try {
            recipient = new RecipientId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("the contact");
        }
        return contacts.find(recipient).orElseThrow(() -> ProblemException.notFound("the contact"));
    }
}
