package io.tidings.core.template;

import java.time.Instant;

/** What is written. Each saving makes a new version; a launched campaign keeps the version it was launched with. */
public record Template(String id, int version, String name, TemplateContent content, Instant updatedAt) {

    public Template next(String newName, TemplateContent newContent, Instant now) {
        return new Template(id, version + 1, newName, newContent, now);
    }
}
