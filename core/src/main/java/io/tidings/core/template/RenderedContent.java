package io.tidings.core.template;

/** What comes out for one recipient. */
public record RenderedContent(String subject, String html, String text) {}
