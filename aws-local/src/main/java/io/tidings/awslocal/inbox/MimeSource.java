package io.tidings.awslocal.inbox;

import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.ses.Contents.Content;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail as it would go over the wire. */
final class MimeSource {
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final StringBuilder out = new StringBuilder(4_096);
    private final String boundary;

    private MimeSource(Mail mail) {
        boundary = "=_" + mail.id();
    }

    static String of(Mail mail, Content content) {
        return content.raw() != null ? content.raw() : new MimeSource(mail).write(mail, content);
    }

    private String write(Mail mail, Content content) {
        header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.at().atOffset(ZoneOffset.UTC)));
        header("From", mail.from());
        header("To", String.join(",\r\n ", mail.to()));
        if (!mail.cc().isEmpty()) {
            header("Cc", String.join(",\r\n ", mail.cc()));
        }
        if (!mail.replyTo().isEmpty()) {
            header("Reply-To", String.join(",\r\n ", mail.replyTo()));
        }
        header("Subject", encoded(mail.subject()));
        header("Message-ID", "<" + mail.id() + "@email.amazonses.com>");
        mail.headers().forEach(header -> header(header.name(), header.value()));
        header("MIME-Version", "1.0");
        if (content.attachments().isEmpty()) {
            body(content, boundary);
        } else {
            mixed(content);
        }
        return out.toString();
    }

    private void mixed(Content content) {
        header("Content-Type", "multipart/mixed;\r\n boundary=\"" + boundary + ".m\"");
        out.append("\r\n--").append(boundary).append(".m\r\n");
        body(content, boundary);
        for (var file : content.attachments()) {
            out.append("--").append(boundary).append(".m\r\n");
            header("Content-Type", file.type());
            header(
                    "Content-Disposition",
                    "attachment; filename=\"" + file.name().replace("\"", "") + "\"");
            header("Content-Transfer-Encoding", "base64");
            out.append("\r\n")
                    .append(file.content().replaceAll("(.{76})", "$1\r\n"))
                    .append("\r\n");
        }
        out.append("--").append(boundary).append(".m--\r\n");
    }

    private void body(Content content, String between) {
        if (content.html() == null || content.text() == null) {
            part(content.html() == null ? "plain" : "html", content.html() == null ? content.text() : content.html());
            return;
        }
        header("Content-Type", "multipart/alternative;\r\n boundary=\"" + between + "\"");
        out.append("\r\n--").append(between).append("\r\n");
        part("plain", content.text());
        out.append("--").append(between).append("\r\n");
        part("html", content.html());
        out.append("--").append(between).append("--\r\n");
    }

    private void part(String kind, @Nullable String text) {
        header("Content-Type", "text/" + kind + "; charset=UTF-8");
        if (text == null || isPlain(text)) {
            header("Content-Transfer-Encoding", "7bit");
            out.append("\r\n").append(text == null ? "" : text).append("\r\n");
        } else {
            header("Content-Transfer-Encoding", "base64");
            out.append("\r\n")
                    .append(LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
    }

    private static boolean isPlain(String text) {
        return ASCII.matcher(text).matches() && text.lines().allMatch(line -> line.length() < 998);
    }

    private static String encoded(String text) {
        return ASCII.matcher(text).matches()
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private void header(String name, String value) {
        out.append(name).append(": ").append(value).append("\r\n");
    }
}
