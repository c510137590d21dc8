package io.tidings.awslocal.inbox;

import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.ses.Contents.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One mail: its HTML in a frame that can do nothing, its text, headers, source and events. */
final class MailPage {
    private MailPage() {}

    static String of(Mail mail, @Nullable Content content, Instant now) {
        var body = new StringBuilder("<h1>")
                .append(Html.escape(mail.subject()))
                .append("</h1>")
                .append(facts(mail))
                .append(parts(mail, content))
                .append(events(mail, now))
                .append(headers(mail));
        if (content != null) {
            body.append("<details><summary>Source</summary><pre>")
                    .append(Html.escape(MimeSource.of(mail, content)))
                    .append("</pre></details>");
        }
        return Html.page(mail.subject(), body.toString());
    }

    private static String facts(Mail mail) {
        var rows = new StringBuilder("<table>");
        row(rows, "From", mail.from());
        row(rows, "To", String.join(", ", mail.to()));
        row(rows, "Cc", String.join(", ", mail.cc()));
        row(rows, "Bcc", String.join(", ", mail.bcc()));
        row(rows, "Accepted", mail.time() + " by " + mail.operation());
        row(rows, "Message id", mail.id());
        rows.append("<tr><th>Tags</th><td>");
        mail.tags()
                .forEach((name, value) -> rows.append("<span class=\"tag\">")
                        .append(Html.escape(name + ": " + value))
                        .append("</span>"));
        return rows.append("</td></tr></table>").toString();
    }

    private static String parts(Mail mail, @Nullable Content content) {
        if (content == null) {
            return "<p class=\"empty\">Only the latest mails' bodies are kept, and this one's is gone.</p>";
        }
        var parts = new StringBuilder();
        if (content.html() != null) {
            parts.append("<h2>HTML</h2><iframe sandbox=\"allow-popups\" title=\"The mail\" src=\"/_inbox/messages/")
                    .append(mail.id())
                    .append("/html\"></iframe>");
        }
        if (content.text() != null) {
            parts.append("<h2>Text</h2><pre>")
                    .append(Html.escape(content.text()))
                    .append("</pre>");
        }
        if (parts.isEmpty()) {
            parts.append("<p class=\"empty\">The mail has no text to show.</p>");
        }
        return parts.toString();
    }

    private static String events(Mail mail, Instant now) {
        if (mail.events().isEmpty()) {
            return "<h2>Events</h2><p class=\"soft\">None: event publishing was off.</p>";
        }
        var rows = new StringBuilder("<h2>Events</h2><table>");
        for (var event : mail.events()) {
            var at = mail.at().plusMillis(event.after());
            rows.append("<tr><th>")
                    .append(Html.escape(event.type()))
                    .append("</th><td>")
                    .append(Html.escape(details(event)))
                    .append("</td><td><time>")
                    .append(MailStore.TIME.format(at))
                    .append(at.isAfter(now) ? "</time> (to come)" : "</time>")
                    .append("</td></tr>");
        }
        return rows.append("</table>").toString();
    }

    private static String details(PlannedEvent event) {
        var with = event.with();
        var kind = with.containsKey("bounceType")
                ? with.get("bounceType") + " / " + event.with("bounceSubType", "") + " "
                : "";
        return kind + event.with("diagnosticCode", event.with("complaintFeedbackType", "")) + " "
                + String.join(", ", event.recipients());
    }

    private static String headers(Mail mail) {
        if (mail.headers().isEmpty()) {
            return "";
        }
        var rows = new StringBuilder("<details><summary>Headers</summary><table>");
        mail.headers().forEach(header -> row(rows, header.name(), header.value()));
        return rows.append("</table></details>").toString();
    }

    private static void row(StringBuilder rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.append("<tr><th>")
                    .append(Html.escape(name))
                    .append("</th><td>")
                    .append(Html.escape(value))
                    .append("</td></tr>");
        }
    }
}
