package io.tidings.service.wiring;

import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Programs send the same words with other data again and again: those that were compiled last are not compiled anew. */
final class RecentTemplates implements TemplateEngine {

    private static final int KEPT = 128;
    /** Of a length that is kept; more would be much memory for what is rarely the same. */
    private static final int LONGEST = 20_000;

    private final TemplateEngine engine;
    private final Map<TemplateContent, Compilation> lastUsed = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TemplateContent, Compilation> eldest) {
            return size() > KEPT;
        }
    };

    RecentTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public Compilation compile(TemplateContent content) {
        String text = content.text() == null ? "" : content.text();
        if (content.subject().length() + content.html().length() + text.length() > LONGEST) {
            return engine.compile(content);
        }
        synchronized (lastUsed) {
            Compilation known = lastUsed.get(content);
            if (known != null) {
                return known;
            }
        }
        Compilation made = engine.compile(content);
        synchronized (lastUsed) {
            lastUsed.put(content, made);
        }
        return made;
    }
}
