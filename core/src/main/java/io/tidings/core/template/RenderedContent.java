package io.tidings.core.template;

/** What comes out for one recipient. */
public record RenderedContent(String subject, Merged html, Merged text) {

    public RenderedContent(String subject, String html, String text) {
        this(subject, Merged.of(html), Merged.of(text));
    }
}
