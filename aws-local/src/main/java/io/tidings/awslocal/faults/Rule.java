package io.tidings.awslocal.faults;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens to some of the mail.
 *
 * @param domain of the recipient; `*` is every domain
 * @param rate the share it happens to, 0 to 1
 * @param delayMs when, in milliseconds after acceptance; for `late`, how much later; null is the usual delay
 * @param until the rule does nothing from then on
 * @param with the event's own fields, such as bounceType
 */
public record Rule(
        String domain,
        Kind kind,
        double rate,
        @Nullable Long delayMs,
        @Nullable Instant until,
        Map<String, String> with) {

    public boolean appliesTo(String recipientDomain, Instant now) {
        return (until == null || now.isBefore(until))
                && (domain.equals("*") || domain.equals(recipientDomain.toLowerCase(Locale.ROOT)));
    }

    public String with(String name, String otherwise) {
        return with.getOrDefault(name, otherwise);
    }

    public long delayOr(long usual) {
        return delayMs == null ? usual : delayMs;
    }
}
