package io.tidings.core.address;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address SES can write to: an ASCII local part at a domain in Punycode. */
public record EmailAddress(String local, String domain) {

    // RFC 5321: 64 octets before the at sign, 254 in all.
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~.";

    public sealed interface Reading {}

    public record Valid(EmailAddress address) implements Reading {}

    public record Invalid(String why) implements Reading {}

    public static EmailAddress of(String text) {
        return switch (read(text)) {
            case Valid(EmailAddress address) -> address;
            case Invalid(String why) -> throw new IllegalArgumentException(why);
        };
    }

    /** Reads what a person typed or a mail system wrote: {@code a@b}, {@code <a@b>} and {@code Name <a@b>}. */
    public static Reading read(String text) {
        String bare = bare(text);
        int at = bare.lastIndexOf('@');
        if (bare.isEmpty()) {
            return new Invalid("is empty");
        }
        if (at < 1 || at == bare.length() - 1) {
            return new Invalid("is not of the form name@domain");
        }
        String local = bare.substring(0, at);
        String problem = problemOfLocal(local);
        if (problem != null) {
            return new Invalid(problem);
        }
        return readDomain(local, bare.substring(at + 1));
    }

    private static String bare(String text) {
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        return open >= 0 && trimmed.endsWith(">")
                ? trimmed.substring(open + 1, trimmed.length() - 1).strip()
                : trimmed;
    }

    private static @Nullable String problemOfLocal(String local) {
        if (local.length() > LONGEST_LOCAL) {
            return "has more than 64 characters before the @";
        }
        if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
            return local.chars().allMatch(c -> c >= ' ' && c < 127) ? null : "has a character SES cannot deliver to";
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return "has a dot where none may stand";
        }
        // SES has no SMTPUTF8: only ASCII before the @.
        return local.chars().allMatch(EmailAddress::isAtom)
                ? null
                : "has a character before the @ that SES does not take";
    }

    private static boolean isAtom(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATOM_SYMBOLS.indexOf(c) >= 0;
    }

    private static Reading readDomain(String local, String typed) {
        String domain;
        try {
            domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return new Invalid("has a domain that cannot exist");
        }
        if (!domain.contains(".") || domain.startsWith(".") || domain.endsWith(".") || domain.contains("..")) {
            return new Invalid("has a domain that cannot exist");
        }
        return local.length() + 1 + domain.length() > LONGEST
                ? new Invalid("has more than 254 characters")
                : new Valid(new EmailAddress(local, domain));
    }

    /** The same person, however the address was typed. */
    public RecipientId recipientId() {
        return RecipientId.of(local.toLowerCase(Locale.ROOT) + '@' + domain);
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
