package io.tidings.aws.ses;

import io.tidings.core.campaign.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A From header: quoted where the name is ASCII, an RFC 2047 word where it is not, and never more than one line. */
final class SenderHeader {

    // RFC 2047: an encoded word has at most 75 characters; 12 are its frame, and a base64 group of 4 holds 3 bytes.
    private static final int BYTES_A_WORD = 45;

    private SenderHeader() {}

    static String of(Sender sender) {
        String name = sender.name().strip();
        if (name.isEmpty()) {
            return sender.address().toString();
        }
        boolean plain = MailHeaders.isPlain(name);
        return (plain ? quoted(name) : encoded(name)) + " <" + sender.address() + ">";
    }

    /** A header's text: as it is where it is ASCII, in encoded words where not. */
    static String text(String text) {
        return MailHeaders.isPlain(text) ? text : encoded(text);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String encoded(String name) {
        StringBuilder words = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (int codePoint : name.codePoints().filter(c -> c >= ' ').toArray()) {
            String next = Character.toString(codePoint);
            if (bytes(part + next).length > BYTES_A_WORD) {
                append(words, part);
                part.setLength(0);
            }
            part.append(next);
        }
        append(words, part);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder part) {
        words.append(words.isEmpty() ? "" : " ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(bytes(part.toString())))
                .append("?=");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
