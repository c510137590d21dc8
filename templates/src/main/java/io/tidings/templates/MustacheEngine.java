package io.tidings.templates;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheNotFoundException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.SimpleObjectHandler;
import com.github.mustachejava.util.Wrapper;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.Merged;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mustache.java, held to maps and plain values: a template never reaches a file, a class or a method. */
public final class MustacheEngine implements TemplateEngine {

    private static final Pattern LINE = Pattern.compile("\\[[^\\]]*?:(\\d+)]|line (\\d+)|:(\\d+)");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private final DefaultMustacheFactory html = new PlainValuesFactory(true);
    private final DefaultMustacheFactory text = new PlainValuesFactory(false);

    @Override
    public Compilation compile(TemplateContent content) {
        List<TemplateProblem> problems = new ArrayList<>();
        PiecewiseTemplate subject = compile(text, "subject", content.subject(), problems);
        PiecewiseTemplate body = compile(html, "html", content.html(), problems);
        String written = content.text();
        PiecewiseTemplate plain =
                written == null || written.isBlank() ? null : compile(text, "text", written, problems);
        if (content.subject().isBlank()) {
            problems.add(new TemplateProblem("subject", 1, "a mail needs a subject"));
        }
        if (content.html().isBlank()) {
            problems.add(new TemplateProblem("html", 1, "a mail needs a body"));
        }
        return problems.isEmpty() && subject != null && body != null
                ? new Compiled(new CompiledMustache(subject, body, plain))
                : new Faulty(problems);
    }

    private static @Nullable PiecewiseTemplate compile(
            DefaultMustacheFactory factory, String field, String template, List<TemplateProblem> problems) {
        try {
            return PiecewiseTemplate.of(factory.compile(new StringReader(template), field));
        } catch (MustacheNotFoundException e) {
            problems.add(new TemplateProblem(field, 1, "partials ({{> name}}) are not available"));
        } catch (MustacheException e) {
            problems.add(problem(field, String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static TemplateProblem problem(String field, String message) {
        Matcher line = LINE.matcher(message);
        int number = 1;
        if (line.find()) {
            for (int i = 1; i <= line.groupCount(); i++) {
                number = line.group(i) == null ? number : Integer.parseInt(line.group(i));
            }
        }
        return new TemplateProblem(field, number, message.replaceAll(" @?\\[[^\\]]*]", ""));
    }

    private record CompiledMustache(
            PiecewiseTemplate subject,
            PiecewiseTemplate html,
            @Nullable PiecewiseTemplate text) implements CompiledTemplate {

        @Override
        public RenderedContent render(MergeFields fields) {
            Merged body = html.render(fields);
            return new RenderedContent(
                    oneLine(subject.render(fields).toString()),
                    body,
                    text == null ? Merged.of(TextPart.of(body.toString())) : text.render(fields));
        }

        /** A line break in a merge field must not become a header of its own. */
        private static String oneLine(String subject) {
            return subject.chars().allMatch(c -> c >= ' ') && !subject.contains("  ")
                    ? subject.strip()
                    : SPACES.matcher(subject).replaceAll(" ").strip();
        }

        @Override
        public Set<String> fields() {
            Set<String> names = new TreeSet<>();
            collect(subject, names);
            collect(html, names);
            if (text != null) {
                collect(text, names);
            }
            return Collections.unmodifiableSet(names);
        }

        private static void collect(PiecewiseTemplate template, Set<String> names) {
            for (Code code : template.codes()) {
                if (code instanceof ValueCode
                        && code.getName() != null
                        && !code.getName().equals(".")) {
                    names.add(code.getName());
                }
            }
        }
    }

    /** No partials, no reflection; escaping only where the result is HTML. */
    private static final class PlainValuesFactory extends DefaultMustacheFactory {

        private final boolean escape;

        PlainValuesFactory(boolean escape) {
            this.escape = escape;
            setObjectHandler(new PlainValuesHandler());
        }

        @Override
        public MustacheVisitor createMustacheVisitor() {
            return new PiecewiseTemplate.PiecesVisitor(this);
        }

        @Override
        public Reader getReader(String resourceName) {
            throw new MustacheNotFoundException(resourceName);
        }

        @Override
        public void encode(String value, Writer writer) {
            if (escape) {
                super.encode(value, writer);
                return;
            }
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new MustacheException(e);
            }
        }
    }

    private static final class PlainValuesHandler extends SimpleObjectHandler {

        @Override
        public Writer iterate(Iteration iteration, Writer writer, Object object, List<Object> scopes) {
            return super.iterate(
                    (to, each, outer) -> {
                        if (to instanceof TextWriter text) {
                            text.round();
                        }
                        return iteration.next(to, each, outer);
                    },
                    writer,
                    object,
                    scopes);
        }

        /** A name is looked up in maps alone; an object's methods and fields stay out of reach. */
        @Override
        public Wrapper find(String name, List<Object> scopes) {
            return current -> {
                for (int i = current.size() - 1; i >= 0; i--) {
                    Object found = PlainValues.lookUp(current.get(i), name);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            };
        }
    }
}
