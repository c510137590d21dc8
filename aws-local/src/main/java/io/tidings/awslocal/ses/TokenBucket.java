package io.tidings.awslocal.ses;

/**
 * SES's rate limit. A call passes while anything is left, and is then charged for all its recipients: what it takes
 * too much is a debt that holds up the calls after it.
 */
final class TokenBucket {
    /** SES allows no burst beyond what one second brings. */
    private static final double BURST_SECONDS = 1.0;

    private double rate = -1;
    private double tokens;
    private long refilledAt;

    synchronized boolean take(int recipients, double ratePerSecond, long nanos) {
        if (ratePerSecond <= 0) {
            return true;
        }
        var capacity = Math.max(1, ratePerSecond * BURST_SECONDS);
        if (rate != ratePerSecond) {
            rate = ratePerSecond;
            tokens = capacity;
            refilledAt = nanos;
        }
        tokens = Math.min(capacity, tokens + (nanos - refilledAt) / 1e9 * rate);
        refilledAt = nanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= recipients;
        return true;
    }
}
