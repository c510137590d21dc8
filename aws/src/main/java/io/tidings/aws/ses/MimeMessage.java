package io.tidings.aws.ses;

import io.tidings.core.sending.Mail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A mail as bytes: two alternatives in Base64, so that no line is too long and no character gets lost. */
final class MimeMessage {

    private static final String BOUNDARY = "=_tidings_alternative";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    private MimeMessage() {}

    static byte[] of(Mail mail) {
        StringBuilder message = new StringBuilder();
        header(message, "From", SenderHeader.of(mail.from()));
        header(message, "To", mail.to().toString());
        header(message, "Subject", SenderHeader.text(mail.content().subject()));
        mail.headers().forEach((name, value) -> header(message, name, value));
        header(message, "MIME-Version", "1.0");
        header(message, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        part(message, "text/plain", mail.content().text().toString());
        part(message, "text/html", mail.content().html().toString());
        message.append("\r\n--").append(BOUNDARY).append("--\r\n");
        return message.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void header(StringBuilder message, String name, String value) {
        message.append(name).append(": ").append(value).append("\r\n");
    }

    private static void part(StringBuilder message, String type, String text) {
        message.append("\r\n--")
                .append(BOUNDARY)
                .append("\r\nContent-Type: ")
                .append(type)
                .append("; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
