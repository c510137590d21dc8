package io.tidings.awslocal.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule makes happen. */
public enum Kind {
    // What becomes of a mail.
    BOUNCE,
    COMPLAINT,
    DELAY,
    REJECT,
    OOTO,
    OPEN,
    CLICK,
    RENDERING_FAILURE,
    SUBSCRIPTION,
    SILENCE,
    // What becomes of its events on their way.
    DUPLICATE,
    REORDER,
    LATE,
    // What becomes of the call that brought it.
    THROTTLE,
    REFUSE,
    TIME_OUT,
    DROP,
    ERROR_BEFORE,
    ERROR_AFTER;

    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> named(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.spelling().equals(spelling))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Kind::spelling).collect(Collectors.joining(", "));
    }
}
