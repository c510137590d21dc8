package io.tidings.core.campaign;

import io.tidings.core.statistics.Counts;

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
     * @param count bounces or complaints
     * @param of messages tried
     * @param review the rate above which SES puts an account under review
     * @param pause and above which it may stop it
     */
    public record Share(long count, long of, double review, double pause) {

        public double rate() {
            return of <= 0 ? 0 : (double) count / of;
        }

        public Level level() {
            if (of < FEW) {
                return Level.GOOD;
            }
            return rate() >= review ? Level.OVER : rate() >= review * NEAR ? Level.NEAR : Level.GOOD;
        }
    }

    public static Reputation of(Counts day) {
        GuardBaseline seen = GuardBaseline.of(day);
        return new Reputation(
                new Share(seen.bounced(), seen.tried(), BOUNCE_REVIEW, BOUNCE_PAUSE),
                new Share(seen.complained(), seen.tried(), COMPLAINT_REVIEW, COMPLAINT_PAUSE));
    }
}
