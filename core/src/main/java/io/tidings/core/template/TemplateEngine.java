package io.tidings.core.template;

import java.util.List;
import java.util.Set;

/** Turns what is written into what is sent. */
public interface TemplateEngine {

    sealed interface Compilation {}

    record Compiled(CompiledTemplate template) implements Compilation {}

    record Faulty(List<TemplateProblem> problems) implements Compilation {}

    Compilation compile(TemplateContent content);

    /** Safe for concurrent use. */
    interface CompiledTemplate {
        RenderedContent render(MergeFields fields);

        /** The merge fields the template mentions outside sections; a recipient without one of them gets a gap. */
        Set<String> fields();
    }
}
