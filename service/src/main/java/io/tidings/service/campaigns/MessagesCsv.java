package io.tidings.service.campaigns;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of messages as a CSV file, of which no more than one page is in memory. */
final class MessagesCsv extends InputStream {

    private final Function<String, PeoplePage> pages;
    private byte[] page;
    private int at;
    private @Nullable String next;

    MessagesCsv(PeoplePage first, Function<String, PeoplePage> pages) {
        this.pages = pages;
        this.page = ("recipientId,email,outcome,why,at\r\n" + lines(first)).getBytes(StandardCharsets.UTF_8);
        this.next = first.next();
    }

    @Override
    public int read() {
        return more() ? page[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, page.length - at);
        System.arraycopy(page, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        // A page may be empty although others follow it.
        while (at == page.length && next != null) {
            PeoplePage items = pages.apply(next);
            page = lines(items).getBytes(StandardCharsets.UTF_8);
            at = 0;
            next = items.next();
        }
        return at < page.length;
    }

    private static String lines(PeoplePage items) {
        StringBuilder lines = new StringBuilder();
        for (MessageView message : items.items()) {
            Instant at = message.at();
            lines.append(cell(message.recipientId())).append(',');
            lines.append(cell(message.email())).append(',');
            lines.append(cell(message.outcome())).append(',');
            lines.append(cell(message.why())).append(',');
            lines.append(cell(at == null ? null : at.toString())).append("\r\n");
        }
        return lines.toString();
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it, and is text. */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
