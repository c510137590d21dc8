package io.tidings.service.templates;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.Items;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/templates")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Templates")
class TemplateController {

    // DynamoDB: an item is at most 400 KB, and a version is one item.
    static final int LONGEST_BODY = 150_000;

    private final TemplateStore templates;
    private final TemplateEngine engine;
    private final InstantSource clock;

    TemplateController(TemplateStore templates, TemplateEngine engine, InstantSource clock) {
        this.templates = templates;
        this.engine = engine;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "Template")
    record TemplateView(
            String id,
            int version,
            String name,
            String subject,
            String html,
            @Nullable String text,
            Instant updatedAt) {
        static TemplateView of(Template template) {
            TemplateContent content = template.content();
            return new TemplateView(
                    template.id(),
                    template.version(),
                    template.name(),
                    content.subject(),
                    content.html(),
                    content.text(),
                    template.updatedAt());
        }
    }

    @Serdeable
    @Schema(name = "TemplateSummary")
    record TemplateSummary(String id, int version, String name, String subject, Instant updatedAt) {
        static TemplateSummary of(Template template) {
            return new TemplateSummary(
                    template.id(),
                    template.version(),
                    template.name(),
                    template.content().subject(),
                    template.updatedAt());
        }
    }

    @Serdeable
    @Schema(name = "NewTemplate")
    record NewTemplate(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 1_000) String subject,
            @NotNull @Size(max = LONGEST_BODY) String html,
            @Nullable @Size(max = LONGEST_BODY) String text) {
        TemplateContent content() {
            return new TemplateContent(subject, html, text);
        }
    }

    @Serdeable
    @Schema(name = "ChangedTemplate")
    record ChangedTemplate(
            @Min(1) int version,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 1_000) String subject,
            @NotNull @Size(max = LONGEST_BODY) String html,
            @Nullable @Size(max = LONGEST_BODY) String text) {
        TemplateContent content() {
            return new TemplateContent(subject, html, text);
        }
    }

    @Get
    @Operation(operationId = "listTemplates", summary = "All templates, each in its newest version")
    Items<TemplateSummary> list() {
        return Items.all(templates.list().stream().map(TemplateSummary::of).toList());
    }

    @Get("/{id}")
    @Operation(operationId = "getTemplate", summary = "One template in its newest version")
    TemplateView get(String id) {
        return TemplateView.of(find(id));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createTemplate", summary = "A new template")
    TemplateView create(@Valid @Body NewTemplate template) {
        check(template.content());
        Template first = new Template(Ids.next(), 1, template.name().strip(), template.content(), clock.instant());
        templates.add(first);
        return TemplateView.of(first);
    }

    @Put("/{id}")
    @Operation(operationId = "changeTemplate", summary = "A new version of a template")
    TemplateView change(String id, @Valid @Body ChangedTemplate change) {
        Template before = find(id);
        check(change.content());
        Template next = before.next(change.name().strip(), change.content(), clock.instant());
        if (change.version() != before.version() || !templates.add(next)) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "somebody else saved this template meanwhile; reload it, then make your change again");
        }
        return TemplateView.of(next);
    }

    private Template find(String id) {
        return templates
                .find(Ids.checked("the template", id))
                .orElseThrow(() -> ProblemException.notFound("the template"));
    }

    /** A template with a mistake is not stored: no campaign shall find it at launch. */
    private void check(TemplateContent content) {
        if (engine.compile(content) instanceof Faulty(var problems)) {
            List<FieldError> errors = problems.stream()
                    .map(problem ->
                            new FieldError(problem.field(), "line " + problem.line() + ": " + problem.message()))
                    .toList();
            throw ProblemException.invalid(errors);
        }
    }
}
