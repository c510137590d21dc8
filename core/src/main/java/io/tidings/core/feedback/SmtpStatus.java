package io.tidings.core.feedback;

import java.util.Map;

/** Enhanced status codes (RFC 3463 and what large providers add), in words for people. */
final class SmtpStatus {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("1.1", "the mailbox does not exist"),
            Map.entry("1.2", "the domain does not exist"),
            Map.entry("1.3", "the address is not well-formed"),
            Map.entry("1.6", "the mailbox has moved"),
            Map.entry("1.10", "the domain takes no mail"),
            Map.entry("2.1", "the mailbox is disabled"),
            Map.entry("2.2", "the mailbox is full"),
            Map.entry("2.3", "the mail is too large for the mailbox"),
            Map.entry("3.4", "the mail is too large for the server"),
            Map.entry("4.1", "the server did not answer"),
            Map.entry("4.4", "no mail server was found for the domain"),
            Map.entry("4.7", "the mail could not be delivered in time"),
            Map.entry("7.1", "the server refused the mail by its policy"),
            Map.entry("7.26", "the mail was not authenticated"),
            Map.entry("7.515", "the sending domain is not authenticated well enough"));

    private SmtpStatus() {}

    /** Empty when the code says no more than the bounce's type. */
    static String explain(String status) {
        int dot = status.indexOf('.');
        return dot < 0 ? "" : WORDS.getOrDefault(status.substring(dot + 1), "");
    }
}
