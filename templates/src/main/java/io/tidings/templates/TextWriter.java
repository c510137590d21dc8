package io.tidings.templates;

import java.io.Writer;

/** {@link java.io.StringWriter} without its locks and its small beginnings: one is filled for each mail. */
final class TextWriter extends Writer {

    private final StringBuilder text;

    TextWriter(int usualLength) {
        super(new Object());
        this.text = new StringBuilder(usualLength);
    }

    @Override
    public void write(int c) {
        text.append((char) c);
    }

    @Override
    public void write(char[] from, int offset, int length) {
        text.append(from, offset, length);
    }

    @Override
    public void write(String from) {
        text.append(from);
    }

    @Override
    public void write(String from, int offset, int length) {
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
