package io.tidings.service.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import org.junit.jupiter.api.Test;

class TemplatesApiTest {

    private static final String TEMPLATES = "/api/v1/templates";
    private final Caller marketer = TestService.administrator();

    @Test
    void whatWasWrittenIsReadBackAndListed() {
        String id = Made.id(marketer.post(
                TEMPLATES, Made.template("Hello {{name}}", "<p>Hi</p>").put("text", "Hi")));
        JsonNode read = marketer.get(TEMPLATES + "/" + id).ok();
        assertThat(read.path("version").asInt()).isEqualTo(1);
        assertThat(read.path("subject").asText()).isEqualTo("Hello {{name}}");
        assertThat(read.path("html").asText()).isEqualTo("<p>Hi</p>");
        assertThat(read.path("text").asText()).isEqualTo("Hi");
        assertThat(marketer.get(TEMPLATES).ok().path("items"))
                .anySatisfy(item -> assertThat(item.path("id").asText()).isEqualTo(id));
    }

    @Test
    void aChangeIsTheNextVersionAndAStaleOneIsRefused() {
        String id = Made.templateId("One", "<p>1</p>");
        ObjectNode change = Made.template("Two", "<p>2</p>").put("version", 1);
        assertThat(marketer.put(TEMPLATES + "/" + id, change)
                        .ok()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(marketer.put(TEMPLATES + "/" + id, change)
                        .refused(409)
                        .path("detail")
                        .asText())
                .contains("reload");
        assertThat(marketer.get(TEMPLATES + "/" + id).ok().path("subject").asText())
                .isEqualTo("Two");
    }

    @Test
    void mistakesAreRefusedWithTheirFieldAndLine() {
        JsonNode problem = marketer.post(TEMPLATES, Made.template("Hello {{name", "<p>\n{{#a}}</p>"))
                .refusedBecauseOf("subject");
        assertThat(problem.path("errors")).anySatisfy(error -> {
            assertThat(error.path("field").asText()).isEqualTo("html");
            assertThat(error.path("message").asText()).contains("line");
        });
    }

    @Test
    void aMailNeedsANameASubjectAndABody() {
        marketer.post(TEMPLATES, Made.template("", "<p>x</p>")).refusedBecauseOf("subject");
        marketer.post(TEMPLATES, Made.template("x", " ")).refusedBecauseOf("html");
        marketer.post(TEMPLATES, Made.template("x", "<p>x</p>").put("name", " "))
                .refusedBecauseOf("name");
        marketer.post(TEMPLATES, Made.template("x".repeat(1_001), "<p>x</p>")).refusedBecauseOf("subject");
        marketer.post(TEMPLATES, Made.template("x", "x".repeat(150_001))).refusedBecauseOf("html");
    }

    @Test
    void theLongestBodyFits() {
        String html = "\u00e9".repeat(150_000);
        String id = Made.id(marketer.post(TEMPLATES, Made.template("x", html)));
        assertThat(marketer.get(TEMPLATES + "/" + id).ok().path("html").asText())
                .isEqualTo(html);
    }

    @Test
    void aPreviewIsTheMailOfOnePerson() {
        String audience = Made.audienceId("email,firstName\nada@example.com,Ada\n");
        JsonNode contact = marketer.get("/api/v1/audiences/" + audience + "/contacts")
                .ok()
                .path("items")
                .path(0);
        ObjectNode request = Made.template("For {{firstName}}", "<p>{{firstName}} {{city}}</p>")
                .put("contactId", contact.path("id").asText());
        JsonNode preview = marketer.post(TEMPLATES + "/preview", request).ok();
        assertThat(preview.path("subject").asText()).isEqualTo("For Ada");
        assertThat(preview.path("html").asText()).contains("Ada");
        assertThat(preview.path("text").asText()).contains("Ada");
        assertThat(preview.path("email").asText()).isEqualTo("ada@example.com");
        assertThat(preview.path("missingFields").toString()).isEqualTo("[\"city\"]");
    }

    @Test
    void aPreviewShowsMistakesInsteadOfFailing() {
        JsonNode preview = marketer.post(TEMPLATES + "/preview", Made.template("x", "{{#a}}"))
                .ok();
        assertThat(preview.path("problems").path(0).path("field").asText()).isEqualTo("html");
        assertThat(preview.path("problems").path(0).path("message").asText()).isNotBlank();
    }

    @Test
    void aPreviewForNobodyWeKnowIsNotFound() {
        for (String id : new String[] {"x", "a".repeat(32), "%00"}) {
            marketer.post(TEMPLATES + "/preview", Made.template("x", "x").put("contactId", id))
                    .refused(404);
        }
    }
}
