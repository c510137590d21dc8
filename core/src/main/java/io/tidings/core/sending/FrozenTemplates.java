package io.tidings.core.sending;

import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateEngine.Compiled;
import io.tidings.core.template.TemplateEngine.CompiledTemplate;
import io.tidings.core.template.TemplateEngine.Faulty;
import io.tidings.core.template.TemplateStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** A version of a template never changes, so it is read and compiled once; the few last used are kept. */
public final class FrozenTemplates {

    private static final int KEPT = 64;

    private final TemplateStore templates;
    private final TemplateEngine engine;
    private final Map<Version, CompiledTemplate> lastUsed = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, CompiledTemplate> eldest) {
            return size() > KEPT;
        }
    };

    private record Version(String id, int number) {}

    public FrozenTemplates(TemplateStore templates, TemplateEngine engine) {
        this.templates = templates;
        this.engine = engine;
    }

    public CompiledTemplate compiled(String id, int version) {
        synchronized (lastUsed) {
            return lastUsed.computeIfAbsent(new Version(id, version), this::compile);
        }
    }

    private CompiledTemplate compile(Version version) {
        Template template = templates
                .find(version.id(), version.number())
                .orElseThrow(() -> new IllegalStateException("no template " + version));
        return switch (engine.compile(template.content())) {
            case Compiled(CompiledTemplate compiled) -> compiled;
            case Faulty(var problems) ->
                throw new IllegalStateException("template " + version + " was stored with mistakes: " + problems);
        };
    }
}
