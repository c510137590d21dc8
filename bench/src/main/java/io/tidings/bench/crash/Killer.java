package io.tidings.bench.crash;

import io.tidings.bench.processes.Installation;
import io.tidings.bench.processes.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Ends processes as a power cut does: the first while the campaign is planned, the last while it settles, the others anywhere. */
final class Killer {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_DOWN_MILLIS = 3_000;

    private final Installation tidings;
    private final Random random;
    private final int recipients;
    private final String campaign;

    Killer(Installation tidings, Random random, String campaign, int recipients) {
        this.tidings = tidings;
        this.random = random;
        this.campaign = campaign;
        this.recipients = recipients;
    }

    private enum Victim {
        SERVICE,
        OTHER_SERVICE,
        BOUNCE_PROCESSOR,
        BOTH,
        ALL
    }

    void kill(int times) {
        for (int i = 0; i < times; i++) {
            if (i == 0) {
                Wait.sleep(Duration.ofMillis(random.nextInt(1_500)));
            } else {
                awaitAccepted((long) recipients * i / Math.max(1, times - 1));
                Wait.sleep(Duration.ofMillis(random.nextInt(800)));
            }
            // The first two strike who plans and sends, whatever the dice say.
            Victim victim = i < 2 ? Victim.ALL : Victim.values()[random.nextInt(Victim.values().length)];
            System.out.printf("kill %d of %d: %s after %,d mails%n", i + 1, times, victim, accepted());
            strike(victim);
        }
        tidings.waitUntilHealthy();
    }

    private void strike(Victim victim) {
        boolean reports = victim == Victim.BOUNCE_PROCESSOR || victim == Victim.BOTH || victim == Victim.ALL;
        List<Integer> services = switch (victim) {
            case SERVICE, BOTH -> List.of(0);
            case OTHER_SERVICE -> List.of(1);
            case BOUNCE_PROCESSOR -> List.of();
            case ALL -> List.of(0, 1);
        };
        services.forEach(tidings::killService);
        if (reports) {
            tidings.killBounceProcessor();
        }
        Wait.sleep(Duration.ofMillis(random.nextInt(LONGEST_DOWN_MILLIS)));
        services.forEach(tidings::startService);
        if (reports) {
            tidings.startBounceProcessor();
        }
    }

    private void awaitAccepted(long mails) {
        // A little less than all: what a dead process holds comes back only later.
        long enough = Math.min(mails, recipients - recipients / 50);
        Wait.until(LONGEST, Duration.ofMillis(100), enough + " mails of " + campaign, () -> accepted() >= enough);
    }

    private long accepted() {
        return tidings.usage().path("ses").path("accepted").asLong();
    }
}
