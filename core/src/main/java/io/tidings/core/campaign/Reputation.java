package io.tidings.core.campaign;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the whole account stands with SES, by what was counted over a day. SES looks at about as many messages as it holds to be
 * representative, and tells nobody how many that are; so this warns, and stops nothing.
 */
public record Reputation(Share bounces, Share complaints) {

    // SES: "review" above these, sending may be paused above the others.
    private static final double BOUNCE_REVIEW = 0.05;
    private static final double BOUNCE_PAUSE = 0.10;
    private static final double COMPLAINT_REVIEW = 0.001;
    private static final double COMPLAINT_PAUSE = 0.005;
    private static final double NEAR = 0.8;
    /** Of fewer messages a rate says nothing. */
    private static final long FEW = 200;

    public enum Level {
        GOOD,
        NEAR,
        OVER
    }

    /**
     * @param what bounces or complaints, as a sentence begins with them
     * @param count of the messages tried, those it is about
     * @param of messages tried
     * @param review the rate above which SES puts an account under review
     * @param pause and above which it may stop it
     */
    public record Share(String what, long count, long of, double review, double pause) {

        public double rate() {
            return of <= 0 ? 0 : (double) count / of;
        }

        public Level level() {
            if (of < FEW) {
                return Level.GOOD;
            }
            return rate() >= review ? Level.OVER : rate() >= review * NEAR ? Level.NEAR : Level.GOOD;
        }

        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%s of the last 24 hours: %d of %d (%.2f %%). SES puts an account under review above %.1f %%, and may stop it"
                            + " above %.1f %%.",
                    what,
                    count,
                    of,
                    rate() * 100,
                    review * 100,
                    pause * 100);
        }
    }

    /** By whole hours, the one that has begun and the 24 before it. */
    public static Reputation ofLastDay(StatisticsStore statistics, Instant now) {
        List<Bucket> hours = IntStream.rangeClosed(0, 24)
                .mapToObj(hour -> Bucket.hour(now.minus(Duration.ofHours(hour))))
                .toList();
        return of(Stream.of(Scope.CAMPAIGNS, Scope.NOTIFICATIONS)
                .flatMap(scope -> statistics.read(scope, hours).values().stream())
                .reduce(Counts.NONE, Counts::plus));
    }

    public static Reputation of(Counts day) {
        GuardBaseline seen = GuardBaseline.of(day);
        return new Reputation(
                new Share("Permanent bounces", seen.bounced(), seen.tried(), BOUNCE_REVIEW, BOUNCE_PAUSE),
                new Share("Complaints", seen.complained(), seen.tried(), COMPLAINT_REVIEW, COMPLAINT_PAUSE));
    }
}
