package io.tidings.core.forecast;

import io.tidings.core.pacing.Shares.Claimant;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A campaign that sends, or will.
 *
 * @param people to whom it still has to be sent
 * @param start from when on; one that is sending starts now
 * @param limit its own messages a second, also those of its spreading
 */
public record Run(String id, String name, double people, Instant start, int weight, OptionalDouble limit) {

    public Run {
        if (people < 0 || weight < 1 || limit.isPresent() && limit.getAsDouble() <= 0) {
            throw new IllegalArgumentException("not a sending: " + id);
        }
    }

    Claimant claimant() {
        return new Claimant(id, weight, limit);
    }
}
