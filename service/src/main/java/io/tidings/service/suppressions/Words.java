package io.tidings.service.suppressions;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.service.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scopes, reasons and addresses as they are written in requests, answers and files. */
final class Words {

    private Words() {}

    /** {@code SOFT_BOUNCES} is {@code softBounces}. */
    static String name(Reason reason) {
        String[] parts = reason.name().toLowerCase(Locale.ROOT).split("_", -1);
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                        .collect(Collectors.joining());
    }

    static Reason reason(String field, String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> name(reason).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        "must be one of "
                                + Arrays.stream(Reason.values())
                                        .map(Words::name)
                                        .collect(Collectors.joining(", "))));
    }

    static SuppressionScope scope(String field, String key) {
        try {
            return SuppressionScope.parse(key);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    static EmailAddress address(String field, String text) {
        return switch (EmailAddress.read(text)) {
            case EmailAddress.Valid(EmailAddress address) -> address;
            case EmailAddress.Invalid(String why) -> throw ProblemException.invalid(field, why);
        };
    }
}
