package io.tidings.core.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign is sent.
 *
 * @param hold how long a launch can still be taken back whole before anything is planned
 * @param perSecond the campaign's own speed limit, beside the account's
 * @param weight its part of the account's rate, compared with those of the other campaigns
 * @param spreadOver how long the sending is to take, evenly
 */
public record Settings(
        UnknownPolicy unknownPolicy,
        Duration hold,
        @Nullable Double perSecond,
        int weight,
        @Nullable Duration spreadOver,
        GuardLimits guard) {

    public static final Duration LONGEST_HOLD = Duration.ofDays(1);
    public static final Duration LONGEST_SPREAD = Duration.ofDays(30);
    public static final int MOST_WEIGHT = 100;
    public static final int DEFAULT_WEIGHT = 10;

    public static final Settings DEFAULT =
            new Settings(UnknownPolicy.SEND_AGAIN, Duration.ZERO, null, DEFAULT_WEIGHT, null, GuardLimits.DEFAULT);

    /** What becomes of a message SES was asked for and never reported. */
    public enum UnknownPolicy {
        SEND_AGAIN,
        LEAVE
    }

    /**
     * Where the campaign departs from the deployment's limits.
     *
     * @param bounceRate permanent bounces, as a fraction of the accepted
     * @param complaintRate complaints, as a fraction of the accepted
     * @param minimumVolume so many must have been accepted before either counts
     */
    public record GuardLimits(
            @Nullable Double bounceRate,
            @Nullable Double complaintRate,
            @Nullable Long minimumVolume) {

        public static final GuardLimits DEFAULT = new GuardLimits(null, null, null);

        public GuardLimits {
            require(bounceRate == null || bounceRate > 0 && bounceRate <= 1, "a bounce limit is above 0, at most 1");
            require(
                    complaintRate == null || complaintRate > 0 && complaintRate <= 1,
                    "a complaint limit is above 0, at most 1");
            require(minimumVolume == null || minimumVolume > 0, "a minimum volume is above 0");
        }

        // Here and not in Settings, whose default needs these limits: whichever of the two is used first, both are
        // whole.
        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }
    }

    public Settings {
        GuardLimits.require(!hold.isNegative() && hold.compareTo(LONGEST_HOLD) <= 0, "a hold is at most a day");
        GuardLimits.require(
                perSecond == null || perSecond > 0 && Double.isFinite(perSecond), "a speed limit is above 0");
        GuardLimits.require(weight >= 1 && weight <= MOST_WEIGHT, "a weight is 1 to " + MOST_WEIGHT);
        GuardLimits.require(
                spreadOver == null || spreadOver.isPositive() && spreadOver.compareTo(LONGEST_SPREAD) <= 0,
                "a campaign is spread over 30 days at most");
    }

    Settings limitedTo(@Nullable Double newPerSecond) {
        return new Settings(unknownPolicy, hold, newPerSecond, weight, spreadOver, guard);
    }
}
