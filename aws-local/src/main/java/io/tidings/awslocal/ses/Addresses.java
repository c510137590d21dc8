package io.tidings.awslocal.ses;

import io.tidings.awslocal.wire.Refusal;
import java.util.regex.Pattern;

/** Mailboxes as SES takes them: an address, or a name with the address in angle brackets. */
public final class Addresses {
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private Addresses() {}

    /** The bare address of a mailbox. */
    public static String address(String mailbox) {
        var open = mailbox.lastIndexOf('<');
        var close = mailbox.lastIndexOf('>');
        return open >= 0 && close > open ? mailbox.substring(open + 1, close).strip() : mailbox.strip();
    }

    /** What follows the last `@`; empty if nothing does. */
    public static String domain(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    static String check(String mailbox) {
        var address = address(mailbox);
        var at = address.lastIndexOf('@');
        if (at < 0) {
            throw bad("Missing final '@domain'");
        }
        if (at == 0) {
            throw bad("Local part is empty");
        }
        if (!isAscii(address.substring(0, at))) {
            throw bad("Local address contains control or whitespace");
        }
        var domain = address.substring(at + 1);
        if (!DOMAIN.matcher(domain).matches()) {
            throw bad(domain.isEmpty() ? "Missing final '@domain'" : "Domain contains illegal character");
        }
        if (!mailbox.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw bad("Illegal address: names beyond ASCII must be written as RFC 2047 encoded words");
        }
        return address;
    }

    /** SES: no SMTPUTF8, so only printable ASCII, and a local part may hold spaces only in quotes. */
    private static boolean isAscii(String local) {
        var quoted = local.length() > 1 && local.startsWith("\"") && local.endsWith("\"");
        return local.chars().allMatch(c -> c > ' ' && c < 127 || quoted && c == ' ');
    }

    private static Refusal bad(String why) {
        return new Refusal(400, "BadRequestException", why);
    }
}
