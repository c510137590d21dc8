package io.tidings.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** In any order, any number of times: the same is known, and the same follows from it. */
class SuppressionsCommuteProperty {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
    private static final List<SuppressionScope> SCOPES = List.of(
            SuppressionScope.EVERYTHING,
            SuppressionScope.MARKETING,
            SuppressionScope.topic("news"),
            SuppressionScope.topic("events"));
    private static final List<Purpose> PURPOSES = List.of(
            new Purpose.CampaignMail("news"),
            new Purpose.CampaignMail("events"),
            new Purpose.NotificationMail("conversation"));

    @Property(tries = 1_000)
    void anyOrderIsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<UnaryOperator<Suppressions>> events = events(random);
        List<UnaryOperator<Suppressions>> shaken = new ArrayList<>(events);
        for (int i = 0; i < events.size() / 2; i++) {
            shaken.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(shaken, random);
        assertThat(after(shaken)).isEqualTo(after(events));
    }

    @Property(tries = 1_000)
    void whoIsSuppressedForEverythingGetsNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Suppressions known = after(events(random));
        Instant now = at(random);
        boolean stopped = known.active(now, SuppressionPolicy.DEFAULT).stream()
                .anyMatch(active -> active.scope().equals(SuppressionScope.EVERYTHING));
        for (Purpose purpose : PURPOSES) {
            Suppressions.Decision decision = known.decide(purpose, now, SuppressionPolicy.DEFAULT);
            assertThat(decision instanceof Suppressions.Refused || !stopped).isTrue();
        }
    }

    @Property(tries = 500)
    void aNewBounceStopsEverythingWhateverWasKnown(@ForAll long seed) {
        Random random = new Random(seed);
        Instant later = Samples.NOON.plus(Duration.ofDays(100));
        Suppressions known = after(events(random)).with(new Suppression(ADA, Reason.BOUNCE, "the last", later));
        for (Purpose purpose : PURPOSES) {
            assertThat(known.decide(purpose, later.plusSeconds(1), SuppressionPolicy.DEFAULT))
                    .isInstanceOf(Suppressions.Refused.class);
        }
    }

    private static Suppressions after(List<UnaryOperator<Suppressions>> events) {
        Suppressions known = Suppressions.none(ADA);
        for (UnaryOperator<Suppressions> event : events) {
            known = event.apply(known);
        }
        return known;
    }

    private static List<UnaryOperator<Suppressions>> events(Random random) {
        List<UnaryOperator<Suppressions>> events = new ArrayList<>();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            events.add(event(random));
        }
        return events;
    }

    private static UnaryOperator<Suppressions> event(Random random) {
        SuppressionScope scope = SCOPES.get(random.nextInt(SCOPES.size()));
        Reason reason = Reason.values()[random.nextInt(Reason.values().length)];
        Instant at = at(random);
        String text = "t" + random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 -> known -> known.with(new Suppression(ADA, scope, reason, text, at, null));
            case 1 -> known -> known.with(new Suppression(ADA, scope, reason, text, at, at.plusSeconds(86_400)));
            case 2 -> {
                Lift lift = new Lift(random(random, reason), at, text, text);
                yield known -> known.with(scope, lift);
            }
            case 3 -> {
                String message = "m" + random.nextInt(60);
                yield known -> known.withSoftBounce(message, at);
            }
            default -> known -> known.withDelivery(at);
        };
    }

    private static @org.jspecify.annotations.Nullable Reason random(Random random, Reason reason) {
        return random.nextBoolean() ? reason : null;
    }

    /** Few different instants, so that some are the same. */
    private static Instant at(Random random) {
        return Samples.NOON.plus(Duration.ofHours(random.nextInt(480)));
    }
}
