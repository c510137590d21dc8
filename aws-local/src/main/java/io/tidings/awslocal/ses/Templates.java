package io.tidings.awslocal.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the template a request means, and fills it in. */
final class Templates {
    /** SES: TemplateData has at most so many characters. */
    private static final int MAX_DATA = 262_144;

    private final SesState state;

    Templates(SesState state) {
        this.state = state;
    }

    StoredTemplate.Content content(JsonNode template) {
        var inline = template.path("TemplateContent");
        var name = Json.string(template, "TemplateName");
        if (template.hasNonNull("TemplateArn")) {
            throw Validation.bad("TemplateArn is not supported by this emulator of SES.");
        }
        if (inline.isObject() == (name != null)) {
            throw Validation.bad("A template needs either TemplateName or TemplateContent.");
        }
        if (name == null) {
            return checked(read(inline));
        }
        var stored = state.templates().get(name);
        if (stored == null) {
            throw new Refusal(404, "NotFoundException", "Template " + name + " does not exist");
        }
        return stored.content();
    }

    static StoredTemplate.Content read(JsonNode content) {
        return new StoredTemplate.Content(
                Json.string(content, "Subject", ""),
                Json.string(content, "Text", ""),
                Json.string(content, "Html", ""));
    }

    static StoredTemplate.Content checked(StoredTemplate.Content content) {
        Substitution.variables(content.subject());
        Substitution.variables(content.text());
        Substitution.variables(content.html());
        return content;
    }

    /** The data as an object. What is no JSON object has no variables, so that rendering fails, as it does at SES. */
    static JsonNode data(String text) {
        if (text.length() > MAX_DATA) {
            throw Validation.bad("TemplateData must have at most " + MAX_DATA + " characters.");
        }
        var data = Json.parse(text);
        return data != null && data.isObject() ? data : Json.object();
    }

    /** The variables of the texts; whoever fills a template many times asks for them once. */
    static Set<String> bodyVariables(StoredTemplate.Content content) {
        var names = Substitution.variables(content.text());
        names.addAll(Substitution.variables(content.html()));
        return names;
    }

    /** Finds what is missing without making the texts. */
    static void requireAll(Set<String> names, JsonNode data) throws Substitution.MissingVariable {
        for (var name : names) {
            Substitution.require(data, name);
        }
    }

    /** The named set, else the one that the sender's identity has by default. */
    @Nullable
    String configurationSet(String from, @Nullable String named) {
        if (named != null) {
            return named;
        }
        var identity = state.identityOf(Addresses.address(from));
        return identity == null ? null : identity.configurationSet();
    }
}
