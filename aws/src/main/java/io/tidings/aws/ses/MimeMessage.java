package io.tidings.aws.ses;

import io.tidings.core.sending.Attachment;
import io.tidings.core.sending.Mail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A mail as bytes: two alternatives in Base64, so that no line is too long and no character gets lost, and the files after them. */
final class MimeMessage {

    private static final String ALTERNATIVE = "=_tidings_alternative";
    private static final String MIXED = "=_tidings_mixed";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    private MimeMessage() {}

    static byte[] of(Mail mail) {
        StringBuilder message = new StringBuilder();
        header(message, "From", SenderHeader.of(mail.from()));
        header(message, "To", mail.to().toString());
        header(message, "Subject", SenderHeader.text(mail.content().subject()));
        mail.headers().forEach((name, value) -> header(message, name, value));
        header(message, "MIME-Version", "1.0");
        if (mail.attachments().isEmpty()) {
            words(message, mail);
        } else {
            header(message, "Content-Type", "multipart/mixed; boundary=\"" + MIXED + "\"");
            begin(message, MIXED);
            words(message, mail);
            mail.attachments().forEach(attachment -> file(message, attachment));
            message.append("\r\n--").append(MIXED).append("--\r\n");
        }
        return message.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void words(StringBuilder message, Mail mail) {
        header(message, "Content-Type", "multipart/alternative; boundary=\"" + ALTERNATIVE + "\"");
        part(message, "text/plain", mail.content().text().toString());
        part(message, "text/html", mail.content().html().toString());
        message.append("\r\n--").append(ALTERNATIVE).append("--\r\n");
    }

    private static void header(StringBuilder message, String name, String value) {
        message.append(name).append(": ").append(value).append("\r\n");
    }

    private static void begin(StringBuilder message, String boundary) {
        message.append("\r\n--").append(boundary).append("\r\n");
    }

    private static void part(StringBuilder message, String type, String text) {
        begin(message, ALTERNATIVE);
        message.append("Content-Type: ")
                .append(type)
                .append("; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void file(StringBuilder message, Attachment attachment) {
        String name = "\"" + SenderHeader.text(attachment.name()).replace("\"", "") + "\"";
        begin(message, MIXED);
        header(message, "Content-Type", attachment.contentType() + "; name=" + name);
        header(message, "Content-Disposition", "attachment; filename=" + name);
        message.append("Content-Transfer-Encoding: base64\r\n\r\n")
                .append(LINES.encodeToString(Base64.getDecoder().decode(attachment.base64())));
    }
}
