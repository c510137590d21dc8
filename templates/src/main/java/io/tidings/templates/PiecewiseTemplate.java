package io.tidings.templates;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.WriteCode;
import io.tidings.core.template.Frame;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.Merged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A compiled text that is rendered gap by gap: its fixed parts are neither copied nor looked at again for each recipient. */
final class PiecewiseTemplate {

    private static final int A_VALUE = 32;

    private final Mustache mustache;
    private final Frame frame;
    /** What fills the gaps, each once. */
    private final List<Code> values;

    private PiecewiseTemplate(Mustache mustache, Frame frame, List<Code> values) {
        this.mustache = mustache;
        this.frame = frame;
        this.values = values;
    }

    static PiecewiseTemplate of(Mustache mustache) {
        List<String> fixed = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Code> values = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (Code code : mustache.getCodes()) {
            String source = source(code);
            if (code instanceof Literal known) {
                literal.append(known.text);
            } else if (!source.isEmpty()) {
                // What is written alike comes out alike, so it is rendered once. (The end of a template is a code too,
                // of no source.)
                int place = places.computeIfAbsent(source, _ -> {
                    values.add(code);
                    return values.size() - 1;
                });
                fixed.add(literal.toString());
                gaps.add(place);
                literal.setLength(0);
            }
        }
        fixed.add(literal.toString());
        return new PiecewiseTemplate(mustache, new Frame(fixed, gaps), values);
    }

    Code[] codes() {
        return mustache.getCodes();
    }

    Merged render(MergeFields fields) {
        List<Object> scopes = new ArrayList<>(List.of(fields.values()));
        List<String> texts = new ArrayList<>(values.size());
        Bounds bounds = new Bounds();
        try {
            for (Code code : values) {
                TextWriter out = new TextWriter(A_VALUE, bounds);
                code.execute(out, scopes).flush();
                texts.add(out.toString());
            }
            // A value is rendered once, and may stand in many gaps.
            new Bounds().write(frame.length(texts));
        } catch (MustacheException | IOException e) {
            throw new IllegalArgumentException(why(e), e);
        }
        return new Merged(frame, texts);
    }

    /** Mustache.java wraps what is thrown while it writes. */
    private static String why(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Bounds.ExceededException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(thrown.getMessage());
    }

    private static String source(Code code) {
        TextWriter source = new TextWriter(A_VALUE, new Bounds());
        code.identity(source);
        return source.toString();
    }

    /** Fixed text, as a piece of its own. */
    private static final class Literal extends WriteCode {
        private final String text;

        Literal(TemplateContext place, DefaultMustacheFactory factory, String text) {
            super(place, factory, text);
            this.text = text;
        }
    }

    /** Mustache.java would hang fixed text on whatever stands before it. */
    static final class PiecesVisitor extends DefaultMustacheVisitor {

        PiecesVisitor(DefaultMustacheFactory factory) {
            super(factory);
        }

        @Override
        public void write(TemplateContext place, String text) {
            if (!text.isEmpty()) {
                list.add(new Literal(place, df, text));
            }
        }
    }
}
