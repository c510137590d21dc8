package io.tidings.core.template;

import org.jspecify.annotations.Nullable;

/** Subject, HTML and text as written, in Mustache. Without a text part one is made from the HTML. */
public record TemplateContent(
        String subject, String html, @Nullable String text) {}
