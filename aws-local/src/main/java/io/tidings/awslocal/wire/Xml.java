package io.tidings.awslocal.wire;

/** Just enough XML to answer in the query protocol. */
public final class Xml {
    private final StringBuilder text = new StringBuilder(512);

    public Xml open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    public Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    public Xml leaf(String name, String value) {
        open(name);
        escape(value);
        return close(name);
    }

    public Xml raw(CharSequence xml) {
        text.append(xml);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void escape(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                // XML 1.0 has no way to write the other control characters.
                default -> text.append(c < ' ' && c != '\t' && c != '\n' ? '\uFFFD' : c);
            }
        }
    }
}
