package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mustachejava.DefaultMustacheFactory;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.Merged;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine.Compiled;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gap by gap or in one go: the same text. */
class PiecewiseTemplateTest {

    private static final List<String> PIECES = List.of(
            "<p>plain</p>\n",
            "{{name}}",
            "{{{name}}}",
            "{{&city}}",
            "{{missing}}",
            "{{#rooms}}<li>{{.}} of {{name}}</li>\n{{/rooms}}",
            "{{^rooms}}no rooms{{/rooms}}",
            "{{#vip}}\n  {{city}}: {{name}}\n{{/vip}}\n",
            "{{^vip}}\n\n{{/vip}}",
            "{{! a remark }}",
            "{{#person}}{{name}}{{nested.deep}}{{/person}}",
            "{{=<% %>=}}<%name%>{{not a field}}<%={{ }}=%>",
            "{ }",
            "\n");
    private static final List<Map<String, Object>> PEOPLE = List.of(
            Map.of("name", "Ana & <Co>", "city", "Graz", "rooms", List.of("lobby", "kitchen"), "vip", true),
            Map.of("name", "", "rooms", List.of(), "vip", false, "person", Map.of("nested", Map.of("deep", "d"))),
            Map.of());

    @Test
    void rendersWhatMustacheRenders() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            StringBuilder template = new StringBuilder();
            for (int pieces = random.nextInt(1, 9); pieces > 0; pieces--) {
                template.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (template.toString().isBlank()) {
                continue;
            }
            CompiledTemplate compiled = compile(template.toString());
            for (Map<String, Object> person : PEOPLE) {
                StringWriter whole = new StringWriter();
                new DefaultMustacheFactory()
                        .compile(new StringReader(template.toString()), "whole")
                        .execute(whole, person);
                assertThat(compiled.render(new MergeFields(person)).html().toString())
                        .as("%s with %s", template, person)
                        .isEqualTo(whole.toString());
            }
        }
    }

    @Test
    void whatIsAskedForTwiceIsOneValueAndAllShareTheFrame() {
        CompiledTemplate compiled = compile("<p>{{city}}, {{name}}: {{city}} {{{city}}}</p>");
        Merged ana = html(compiled, Map.of("name", "Ana", "city", "A & B"));
        Merged bo = html(compiled, Map.of("name", "Bo", "city", "C"));
        assertThat(ana.values()).containsExactly("A &amp; B", "Ana", "A & B");
        assertThat(ana.frame()).isSameAs(bo.frame());
        assertThat(ana.frame().values()).isEqualTo(3);
        assertThat(ana).hasToString("<p>A &amp; B, Ana: A &amp; B A & B</p>");
    }

    private static Merged html(CompiledTemplate template, Map<String, Object> fields) {
        RenderedContent content = template.render(new MergeFields(fields));
        return content.html();
    }

    private static CompiledTemplate compile(String html) {
        return ((Compiled) new MustacheEngine().compile(new TemplateContent("s", html, "t"))).template();
    }
}
