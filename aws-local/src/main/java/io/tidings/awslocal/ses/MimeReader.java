package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.MailHeader;
import io.tidings.awslocal.ses.Contents.Attachment;
import io.tidings.awslocal.ses.Contents.Content;
import io.tidings.awslocal.wire.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a MIME message that a person would read. */
final class MimeReader {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("name=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DEPTH = 10;

    private @Nullable String html;
    private @Nullable String text;
    private final List<Attachment> attachments = new ArrayList<>();

    private MimeReader() {}

    static Content read(String source) {
        var reader = new MimeReader();
        reader.part(source, 0);
        return new Content(reader.html, reader.text, source, reader.attachments);
    }

    private void part(String source, int depth) {
        var blank = source.indexOf("\r\n\r\n");
        var gap = 4;
        if (blank < 0) {
            blank = source.indexOf("\n\n");
            gap = 2;
        }
        if (blank < 0 || depth > MAX_DEPTH) {
            return;
        }
        List<MailHeader> headers;
        try {
            headers = RawMessage.of(source.substring(0, blank)).headers();
        } catch (Refusal e) {
            return;
        }
        var body = source.substring(blank + gap);
        var type = header(headers, "Content-Type", "text/plain");
        var boundary = BOUNDARY.matcher(type);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && boundary.find()) {
            for (var inner : body.split(Pattern.quote("--" + boundary.group(1)))) {
                part(inner.stripLeading(), depth + 1);
            }
            return;
        }
        leaf(headers, type, body);
    }

    private void leaf(List<MailHeader> headers, String type, String body) {
        var encoding = header(headers, "Content-Transfer-Encoding", "7bit").toLowerCase(Locale.ROOT);
        var kind = type.toLowerCase(Locale.ROOT);
        var disposition = header(headers, "Content-Disposition", "").toLowerCase(Locale.ROOT);
        if (disposition.startsWith("attachment") || !kind.startsWith("text/")) {
            var name = NAME.matcher(disposition + ";" + type);
            attachments.add(new Attachment(name.find() ? name.group(1) : "attachment", type, body.strip()));
        } else if (kind.startsWith("text/html") && html == null) {
            html = decoded(body, encoding, type);
        } else if (text == null) {
            text = decoded(body, encoding, type);
        }
    }

    private static String decoded(String body, String encoding, String type) {
        var bytes = switch (encoding) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quotedPrintable(body);
            default -> body.getBytes(StandardCharsets.UTF_8);
        };
        return new String(bytes, charset(type, encoding));
    }

    private static byte[] base64(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] quotedPrintable(String body) {
        var out = new ByteArrayOutputStream(body.length());
        for (var i = 0; i < body.length(); i++) {
            var c = body.charAt(i);
            if (c != '=') {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else if (body.startsWith("\r\n", i + 1)) {
                i += 2;
            } else if (body.startsWith("\n", i + 1)) {
                i++;
            } else if (i + 2 < body.length() && Character.digit(body.charAt(i + 1), 16) >= 0) {
                out.write(Character.digit(body.charAt(i + 1), 16) * 16
                        + Math.max(0, Character.digit(body.charAt(i + 2), 16)));
                i += 2;
            }
        }
        return out.toByteArray();
    }

    private static Charset charset(String type, String encoding) {
        var named = CHARSET.matcher(type);
        if (encoding.equals("7bit") || encoding.equals("8bit") || !named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1).strip());
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String header(List<MailHeader> headers, String name, String otherwise) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MailHeader::value)
                .findFirst()
                .orElse(otherwise);
    }
}
