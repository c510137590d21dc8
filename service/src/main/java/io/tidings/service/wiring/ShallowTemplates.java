package io.tidings.service.wiring;

import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine reads and renders sections inside sections by recursion: how deep they go is limited before it begins. */
final class ShallowTemplates implements TemplateEngine {

    static final int DEEPEST = 50;
    private static final Pattern SECTION = Pattern.compile("\\{\\{\\s*([#^$</])");

    private final TemplateEngine engine;

    ShallowTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public Compilation compile(TemplateContent content) {
        List<TemplateProblem> problems = new ArrayList<>();
        check("subject", content.subject(), problems);
        check("html", content.html(), problems);
        String text = content.text();
        check("text", text == null ? "" : text, problems);
        if (!problems.isEmpty()) {
            return new Faulty(problems);
        }
        try {
            return engine.compile(content);
        } catch (StackOverflowError e) {
            // With delimiters of its own a template can hide its sections from the count.
            return new Faulty(List.of(tooDeep("html", 1)));
        }
    }

    private static void check(String field, String template, List<TemplateProblem> problems) {
        int depth = 0;
        Matcher section = SECTION.matcher(template);
        while (section.find()) {
            depth += section.group(1).equals("/") ? -1 : 1;
            if (depth > DEEPEST) {
                long line = template.substring(0, section.start()).lines().count();
                problems.add(tooDeep(field, Math.max(1, (int) line)));
                return;
            }
        }
    }

    private static TemplateProblem tooDeep(String field, int line) {
        return new TemplateProblem(field, line, "sections stand in one another more than " + DEEPEST + " deep");
    }
}
