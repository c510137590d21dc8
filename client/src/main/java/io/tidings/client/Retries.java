package io.tidings.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When it makes sense to ask again, and how long to wait before. */
final class Retries {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(60);

    private Retries() {}

    /** Too many at once, a key whose first request is still in work, or a server that is not well. */
    static boolean passes(int status, Problem problem) {
        return switch (status) {
            case 408, 429, 500, 502, 503, 504 -> true;
            case 409 -> "idempotency-key-in-flight".equals(problem.code());
            default -> false;
        };
    }

    /** @param tries how often it was tried */
    static Duration after(int tries, HttpHeaders headers) {
        Duration backOff = Duration.ofMillis(FIRST.toMillis() << Math.min(tries - 1, 10));
        Duration most = backOff.compareTo(LONGEST) < 0 ? backOff : LONGEST;
        Duration spread = Duration.ofMillis(
                Math.round(most.toMillis() * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
        Duration asked = headers.firstValue("Retry-After").map(Retries::seconds).orElse(Duration.ZERO);
        Duration bounded = asked.compareTo(LONGEST_ASKED_FOR) < 0 ? asked : LONGEST_ASKED_FOR;
        return bounded.compareTo(spread) > 0 ? bounded : spread;
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip())));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
