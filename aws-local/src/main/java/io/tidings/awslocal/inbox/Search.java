package io.tidings.awslocal.inbox;

import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.mail.Mail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which mail is meant.
 *
 * @param to part of a recipient's address
 * @param campaign the value of any of the sender's tags
 * @param tagName with tagValue: a tag of that name and value
 */
record Search(
        String to,
        String campaign,
        @Nullable String tagName,
        @Nullable String tagValue) {

    /** `to`, `campaign` and `tag=NAME:VALUE`. */
    static Search of(Request request) {
        var tag = text(request, "tag");
        var colon = tag.indexOf(':');
        return new Search(
                text(request, "to").toLowerCase(Locale.ROOT),
                text(request, "campaign"),
                colon < 0 ? null : tag.substring(0, colon),
                colon < 0 ? null : tag.substring(colon + 1));
    }

    boolean isForAll() {
        return to.isEmpty() && campaign.isEmpty() && tagName == null;
    }

    boolean finds(Mail mail) {
        return (to.isEmpty()
                        || mail.recipients().stream()
                                .anyMatch(recipient ->
                                        recipient.toLowerCase(Locale.ROOT).contains(to)))
                && (campaign.isEmpty() || mail.tags().containsValue(campaign))
                && (tagName == null
                        || tagValue != null && tagValue.equals(mail.tags().get(tagName)));
    }

    /** False where a line of the log cannot be a mail that is meant: most need not be parsed then. */
    boolean mayFind(byte[] line, int from, int to) {
        return contains(line, from, to, campaign) && (tagValue == null || contains(line, from, to, tagValue));
    }

    private static boolean contains(byte[] line, int from, int to, String what) {
        if (what.isEmpty()) {
            return true;
        }
        var wanted = what.getBytes(StandardCharsets.UTF_8);
        for (var i = from; i <= to - wanted.length; i++) {
            var j = 0;
            while (j < wanted.length && line[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static String text(Request request, String name) {
        var value = request.parameter(name);
        return value == null ? "" : value.strip();
    }
}
