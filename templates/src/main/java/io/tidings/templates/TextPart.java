package io.tidings.templates;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text part of a mail whose writer wrote none: the words of the HTML, a line for each block, links spelled out. */
final class TextPart {

    private static final String BLOCKS = "p,div,h1,h2,h3,h4,h5,h6,li,tr,table,ul,ol,blockquote,section,header,footer";

    private TextPart() {}

    static String of(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new Writing(text), Jsoup.parse(html).body());
        return text.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private record Writing(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                if (element.is("br")) {
                    text.append('\n');
                } else if (element.is("li")) {
                    text.append("\n- ");
                } else if (element.is(BLOCKS)) {
                    text.append("\n\n");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String link = element.is("a[href]") ? element.attr("href") : "";
                if (!link.isBlank() && !element.text().equals(link)) {
                    text.append(" (").append(link).append(')');
                }
                if (element.is(BLOCKS) && !element.is("li")) {
                    text.append('\n');
                }
            }
        }
    }
}
