package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine.Compiled;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.core.template.TemplateProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MustacheEngineTest {

    private final MustacheEngine engine = new MustacheEngine();

    @Test
    void fieldsAreFilledInAndEscapedOnlyInHtml() {
        RenderedContent content =
                render("{{name}} & you", "<p>{{name}}</p>", "{{name}}", Map.of("name", "Ana <ana@example.com>"));
        assertThat(content.subject()).isEqualTo("Ana <ana@example.com> & you");
        assertThat(content.html().toString()).isEqualTo("<p>Ana &lt;ana@example.com&gt;</p>");
        assertThat(content.text().toString()).isEqualTo("Ana <ana@example.com>");
    }

    @Test
    void sectionsListsAndNamesWithDotsWork() {
        RenderedContent content = render(
                "s",
                "{{#rooms}}<li>{{.}}</li>{{/rooms}}{{^rooms}}none{{/rooms}} {{person.name}} {{#vip}}V{{/vip}}",
                null,
                Map.of("rooms", List.of("lobby", "kitchen"), "person", Map.of("name", "Bo"), "vip", true));
        assertThat(content.html().toString()).isEqualTo("<li>lobby</li><li>kitchen</li> Bo V");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#l}}{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}{{/l}}",
                "{{#l}}{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}{{/l}}",
                "{{#l}}{{#l}}{{long}}{{/l}}{{/l}}",
                "{{#l}}{{#l}}{{#l}}{{^none}}{{/none}}{{/l}}{{/l}}{{/l}}"
            })
    void aTemplateThatGrowsWithoutEndFails(String html) {
        Map<String, Object> data = Map.of("l", Collections.nCopies(5_000, 1), "long", "x".repeat(1_000));
        assertThatThrownBy(() -> render("s", html, null, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to more than");
    }

    @Test
    void aLongValueInManyGapsFails() {
        assertThatThrownBy(() -> render("s", "{{a}} ".repeat(20_000), null, Map.of("a", "x".repeat(90_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6000000 characters");
    }

    @Test
    void theLargestDigestIsWithinTheBounds() {
        List<Object> events = Collections.nCopies(1_000, Map.of("sender", "Emil", "text", "<".repeat(980)));
        assertThat(render(
                                "s",
                                "<ul>{{#events}}<li><b>{{sender}}</b>: {{text}}</li>{{/events}}</ul>",
                                null,
                                Map.of("events", events))
                        .html()
                        .toString())
                .hasSizeGreaterThan(3_900_000);
    }

    @Test
    void aMissingFieldLeavesAGap() {
        assertThat(render("Hi {{name}}!", "<p>{{name}}</p>", null, Map.of()).subject())
                .isEqualTo("Hi !");
    }

    @Test
    void aLineBreakInAFieldNeverReachesTheSubject() {
        assertThat(render("Hi {{name}}", "<p>x</p>", null, Map.of("name", "Ana\r\nBcc: eve@example.com"))
                        .subject())
                .isEqualTo("Hi Ana Bcc: eve@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{class}}",
                "{{name.class}}",
                "{{name.bytes}}",
                "{{getClass}}",
                "{{name.getClass.forName}}",
                "{{hashCode}}",
                "{{#name}}{{class}}{{toString}}{{/name}}"
            })
    void aTemplateReachesNoMethodAndNoClass(String attack) {
        assertThat(render("s", "<p>" + attack + "</p>", null, Map.of("name", "Ana"))
                        .html()
                        .toString())
                .isEqualTo("<p></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{> /etc/passwd}}", "{{>partial}}"})
    void partialsAreRefused(String template) {
        assertThat(engine.compile(new TemplateContent("s", template, null))).isInstanceOf(Faulty.class);
    }

    @Test
    void mistakesAreNamedWithTheirLine() {
        assertThat(engine.compile(new TemplateContent("s", "<p>\n{{#open}}\n</p>", null)))
                .isInstanceOfSatisfying(Faulty.class, faulty -> {
                    TemplateProblem problem = faulty.problems().getFirst();
                    assertThat(problem.field()).isEqualTo("html");
                    assertThat(problem.line()).isBetween(2, 3);
                    assertThat(problem.message()).contains("open");
                });
        assertThat(engine.compile(new TemplateContent(" ", "", null)))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.problems())
                                .extracting(TemplateProblem::field)
                                .contains("subject", "html"));
    }

    @Test
    void tellsWhichFieldsItMentions() {
        assertThat(compiled(new TemplateContent("{{first}}", "<p>{{last}} {{#s}}{{inner}}{{/s}}</p>", "{{city}}"))
                        .fields())
                .containsExactly("city", "first", "last");
    }

    @Test
    void aTextPartIsMadeOfTheHtml() {
        RenderedContent content = render(
                "s",
                "<h1>Hello</h1><p>See <a href=\"https://tidings.example/x\">what is on</a>.</p><ul><li>one</li><li>two</li></ul>",
                null,
                Map.of());
        assertThat(content.text().toString())
                .isEqualTo("Hello\n\nSee what is on (https://tidings.example/x).\n\n- one\n- two");
    }

    private RenderedContent render(
            String subject, String html, @org.jspecify.annotations.Nullable String text, Map<String, ?> fields) {
        return compiled(new TemplateContent(subject, html, text)).render(new MergeFields(fields));
    }

    private CompiledTemplate compiled(TemplateContent content) {
        return ((Compiled) engine.compile(content)).template();
    }
}
