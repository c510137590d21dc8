package io.tidings.awslocal.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was accepted, without its body.
 *
 * @param seq counts from 0 in the order of acceptance
 * @param time of acceptance, ISO 8601 with milliseconds
 * @param operation SES's, such as SendBulkEmail
 * @param template a stored template's name
 * @param events what SES will report of it, decided when it was accepted
 */
public record Mail(
        long seq,
        String id,
        String time,
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
        List<PlannedEvent> events,
        BodyRef body) {

    @JsonIgnore
    public Instant at() {
        return Instant.parse(time);
    }

    @JsonIgnore
    public List<String> recipients() {
        if (cc.isEmpty() && bcc.isEmpty()) {
            return to;
        }
        var all = new ArrayList<>(to);
        all.addAll(cc);
        all.addAll(bcc);
        return all;
    }
}
