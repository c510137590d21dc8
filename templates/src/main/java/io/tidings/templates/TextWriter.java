package io.tidings.templates;

import java.io.Writer;

/** {@link java.io.StringWriter} without its locks and its small beginnings: one is filled for each mail. */
final class TextWriter extends Writer {

    private final StringBuilder text;
    private final Bounds bounds;

    TextWriter(int usualLength, Bounds bounds) {
        super(new Object());
        this.text = new StringBuilder(usualLength);
        this.bounds = bounds;
    }

    /** One more round of a list. */
    void round() {
        bounds.round();
    }

    @Override
    public void write(int c) {
        bounds.write(1);
        text.append((char) c);
    }

    @Override
    public void write(char[] from, int offset, int length) {
        bounds.write(length);
        text.append(from, offset, length);
    }

    @Override
    public void write(String from) {
        bounds.write(from.length());
        text.append(from);
    }

    @Override
    public void write(String from, int offset, int length) {
        bounds.write(length);
        text.append(from, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
