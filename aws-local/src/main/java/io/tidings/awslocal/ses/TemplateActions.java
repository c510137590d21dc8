package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** Stored templates. */
final class TemplateActions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** SES: a stored template has at most 500 KB. */
    private static final int MAX_LENGTH = 500 * 1024;

    private final SesState state;
    private final InstantSource clock;

    TemplateActions(SesState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    JsonNode create(JsonNode body) {
        var name = Json.string(body, "TemplateName", "");
        if (!NAME.matcher(name).matches()) {
            throw Validation.bad("Invalid template name <" + name + ">.");
        }
        if (!state.templates().add(name, template(name, body))) {
            throw new Refusal(400, "AlreadyExistsException", "Template " + name + " already exists.");
        }
        return Json.object();
    }

    JsonNode list(SesEndpoint.Call call) {
        return Listing.of(
                call,
                "TemplatesMetadata",
                state.templates().all(),
                template -> Json.object()
                        .put("TemplateName", template.name())
                        .put("CreatedTimestamp", template.created().getEpochSecond()));
    }

    JsonNode get(String name) {
        var content = existing(name).content();
        var json = Json.object().put("TemplateName", name);
        json.putObject("TemplateContent")
                .put("Subject", content.subject())
                .put("Text", content.text())
                .put("Html", content.html());
        return json;
    }

    JsonNode update(String name, JsonNode body) {
        existing(name);
        state.templates().put(name, template(name, body));
        return Json.object();
    }

    JsonNode delete(String name) {
        state.templates().remove(existing(name).name());
        return Json.object();
    }

    JsonNode render(String name, JsonNode body) {
        var content = existing(name).content();
        var data = Templates.data(Json.string(body, "TemplateData", ""));
        try {
            return Json.object()
                    .put(
                            "RenderedTemplate",
                            "Subject: " + Substitution.fill(content.subject(), data) + "\n\n"
                                    + Substitution.fill(content.text(), data) + "\n\n"
                                    + Substitution.fill(content.html(), data));
        } catch (Substitution.MissingVariable e) {
            throw Validation.bad(e.text());
        }
    }

    private StoredTemplate template(String name, JsonNode body) {
        var content = Templates.read(body.path("TemplateContent"));
        if (content.subject().isEmpty()) {
            throw Validation.bad("The subject must be specified.");
        }
        if (content.subject().length()
                        + content.text().length()
                        + content.html().length()
                > MAX_LENGTH) {
            throw new Refusal(400, "LimitExceededException", "A template has at most 500 KB.");
        }
        return new StoredTemplate(name, Templates.checked(content), clock.millis());
    }

    private StoredTemplate existing(String name) {
        var template = state.templates().get(name);
        if (template == null) {
            throw new Refusal(404, "NotFoundException", "Template " + name + " does not exist");
        }
        return template;
    }
}
