package io.tidings.awslocal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail that somebody asks SES to send. */
public record Draft(
        String operation,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> replyTo,
        String subject,
        @Nullable String configurationSet,
        Map<String, String> tags,
        List<MailHeader> headers,
        @Nullable String template,
        @Nullable String renderingFailure,
        int entry) {

    public List<String> recipients() {
        var all = new ArrayList<String>(to.size() + cc.size() + bcc.size());
        all.addAll(to);
        all.addAll(cc);
        all.addAll(bcc);
        return all;
    }

    Mail accepted(long seq, String id, String time, List<PlannedEvent> events, BodyRef body) {
        return new Mail(
                seq,
                id,
                time,
                operation,
                from,
                to,
                cc,
                bcc,
                replyTo,
                subject,
                configurationSet,
                tags,
                headers,
                template,
                events,
                body);
    }
}
