package io.tidings.core.feedback;

import java.util.Map;

/** Enhanced status codes (RFC 3463, RFC 7372, RFC 7505 and what large providers add), in words for people. */
public final class SmtpStatus {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("1.0", "something is wrong with the address"),
            Map.entry("1.1", "the mailbox does not exist"),
            Map.entry("1.2", "the domain does not exist"),
            Map.entry("1.3", "the address is not well-formed"),
            Map.entry("1.4", "the address stands for more than one mailbox"),
            Map.entry("1.6", "the mailbox has moved"),
            Map.entry("1.8", "the sender's domain does not exist"),
            Map.entry("1.10", "the domain takes no mail"),
            Map.entry("2.0", "something is wrong with the mailbox"),
            Map.entry("2.1", "the mailbox is disabled"),
            Map.entry("2.2", "the mailbox is full"),
            Map.entry("2.3", "the mail is too large for the mailbox"),
            Map.entry("2.4", "the mailing list behind the address could not be expanded"),
            Map.entry("3.0", "something is wrong with the recipient's mail system"),
            Map.entry("3.1", "the recipient's mail system is full"),
            Map.entry("3.2", "the recipient's mail system takes nothing now"),
            Map.entry("3.4", "the mail is too large for the server"),
            Map.entry("4.1", "the server did not answer"),
            Map.entry("4.2", "the connection broke"),
            Map.entry("4.3", "the directory of the recipient's mail system did not answer"),
            Map.entry("4.4", "no mail server was found for the domain"),
            Map.entry("4.5", "the recipient's mail system is overloaded"),
            Map.entry("4.6", "the mail went in circles between servers"),
            Map.entry("4.7", "the mail could not be delivered in time"),
            Map.entry("5.0", "the servers did not understand each other"),
            Map.entry("6.0", "the server does not take the mail's content"),
            Map.entry("7.0", "the server refused the mail for its safety"),
            Map.entry("7.1", "the server refused the mail by its policy"),
            Map.entry("7.20", "the mail had no valid DKIM signature"),
            Map.entry("7.23", "the mail failed the SPF check"),
            Map.entry("7.25", "the sending address has no name in DNS"),
            Map.entry("7.26", "the mail was not authenticated"),
            Map.entry("7.27", "the sender's domain takes no mail itself"),
            Map.entry("7.28", "the server received too much of such mail from us"),
            Map.entry("7.29", "the mail did not come over an encrypted connection"),
            Map.entry("7.509", "the mail failed the sender's DMARC policy"),
            Map.entry("7.515", "the sending domain is not authenticated well enough"),
            Map.entry("7.708", "the server takes no mail from where we send"),
            Map.entry("7.750", "the sending domain is not registered where it sends from"));

    private SmtpStatus() {}

    /** Empty when the code says no more than the bounce's type. */
    public static String explain(String status) {
        int dot = status.indexOf('.');
        return dot < 0 ? "" : WORDS.getOrDefault(status.substring(dot + 1), "");
    }
}
