package io.tidings.core.address;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address SES can write to: an ASCII local part at a domain in Punycode. */
public final class EmailAddress {

    // RFC 5321: 64 octets before the at sign, 254 in all.
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    // RFC 1035: a label of a domain has at most 63 octets, so a domain that is no longer has no label that is.
    private static final int LONGEST_PLAIN = 63;
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~.";

    private final String local;
    private final String domain;
    /** Made when it is first asked for: a digest costs more than all else that is done with an address. Two threads make the same. */
    private @Nullable RecipientId recipientId;

    private EmailAddress(String local, String domain) {
        this.local = local;
        this.domain = domain;
    }

    public String local() {
        return local;
    }

    public String domain() {
        return domain;
    }

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
        String domain = typed;
        if (!isPlain(typed)) {
            try {
                domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return new Invalid("has a domain that cannot exist");
            }
        }
        if (!domain.contains(".") || domain.startsWith(".") || domain.endsWith(".") || domain.contains("..")) {
            return new Invalid("has a domain that cannot exist");
        }
        return local.length() + 1 + domain.length() > LONGEST
                ? new Invalid("has more than 254 characters")
                : new Valid(new EmailAddress(local, domain));
    }

    /** Nearly all domains are, and have nothing that IDN would change. */
    private static boolean isPlain(String domain) {
        if (domain.length() > LONGEST_PLAIN) {
            return false;
        }
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean dot = c == '.' && i > 0 && domain.charAt(i - 1) != '.';
            if (!letter && !dot) {
                return false;
            }
        }
        return true;
    }

    /** The same person, however the address was typed. */
    public RecipientId recipientId() {
        RecipientId known = recipientId;
        if (known == null) {
            known = RecipientId.of(local.toLowerCase(Locale.ROOT) + '@' + domain);
            recipientId = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress that && local.equals(that.local) && domain.equals(that.domain);
    }

    @Override
    public int hashCode() {
        return 31 * local.hashCode() + domain.hashCode();
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
