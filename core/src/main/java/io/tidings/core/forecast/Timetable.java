package io.tidings.core.forecast;

import io.tidings.core.pacing.SendQuota;
import io.tidings.core.pacing.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets all campaigns send as the engine would: each gets its share of the account's rate, never more than its own limit, and together
 * no more than the quota of 24 hours lets them. Between two changes all rates stay the same, so it goes from change to change.
 */
public final class Timetable {

    /** From the last start on. */
    public static final Duration LOOKS_AHEAD = Duration.ofDays(60);

    private static final int MOST_CHANGES = 20_000;
    /** Whoever has less of a recipient left than this is done. */
    private static final double DONE = 1e-6;

    private final Instant now;
    private final double perSecond;
    private final DayQuota quota;
    private final List<Sending> sendings = new ArrayList<>();

    private static final class Sending {
        private final Run run;
        private final double start;
        private double left;
        private @Nullable Double end;
        private @Nullable Double spentAt;
        private @Nullable Double goesOnAt;
        private double firstRate;
        private @Nullable Double leftBefore;
        private double leftAfter;

        Sending(Run run, double start) {
            this.run = run;
            this.start = start;
            this.left = run.people();
        }
    }

    private Timetable(List<Run> runs, SendQuota account, double notificationShare, Instant now) {
        this.now = now;
        this.perSecond = account.perSecond();
        this.quota = account.per24Hours().isPresent()
                ? new DayQuota(account.per24Hours().getAsDouble() * (1 - notificationShare), account.sentLast24Hours())
                : new DayQuota(Double.POSITIVE_INFINITY, 0);
        for (Run run : runs) {
            sendings.add(new Sending(run, Math.max(0, seconds(now, run.start()))));
        }
    }

    /** @param notificationShare the part of the quota of 24 hours that campaigns leave alone */
    public static Map<String, Course> of(List<Run> runs, SendQuota account, double notificationShare, Instant now) {
        Timetable table = new Timetable(runs, account, notificationShare, now);
        table.run();
        Map<String, Course> courses = new HashMap<>();
        table.sendings.forEach(sending -> courses.put(sending.run.id(), table.course(sending)));
        return courses;
    }

    private void run() {
        double end = LOOKS_AHEAD.toSeconds()
                + sendings.stream().mapToDouble(one -> one.start).max().orElse(0);
        double at = 0;
        for (int i = 0; i < MOST_CHANGES; i++) {
            double moment = at;
            List<Sending> active = sendings.stream()
                    .filter(one -> one.end == null && one.start <= moment)
                    .toList();
            double waiting = sendings.stream()
                    .filter(one -> one.end == null && one.start > moment)
                    .mapToDouble(one -> one.start)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            if (active.isEmpty() && Double.isInfinite(waiting)) {
                return;
            }
            Map<String, Double> wanted = Shares.divide(perSecond, claimants(active));
            Map<String, Double> rates = allowed(active, wanted, at);
            note(active, wanted, rates, at);
            double next = nextChange(active, rates, Math.min(waiting, quota.nextChange(at, sum(rates))), at);
            if (next > end) {
                return;
            }
            quota.pass(at, next, sum(rates));
            for (Sending one : active) {
                one.left -= rate(rates, one) * (next - at);
                if (one.left <= DONE) {
                    one.end = next;
                    one.leftAfter = quota.left();
                }
            }
            at = next;
        }
    }

    private Map<String, Double> allowed(List<Sending> active, Map<String, Double> wanted, double at) {
        if (quota.overdrawn()) {
            return Map.of();
        }
        double returning = quota.returning(at);
        return quota.spent() && sum(wanted) > returning ? Shares.divide(returning, claimants(active)) : wanted;
    }

    private void note(List<Sending> active, Map<String, Double> wanted, Map<String, Double> rates, double at) {
        for (Sending one : active) {
            double rate = rate(rates, one);
            if (one.leftBefore == null) {
                one.leftBefore = quota.left();
            }
            if (one.firstRate == 0) {
                one.firstRate = rate;
            }
            if (one.spentAt == null && rate < wanted.getOrDefault(one.run.id(), 0.0) - DONE) {
                one.spentAt = at;
            }
            if (one.spentAt != null && one.goesOnAt == null && rate > 0) {
                one.goesOnAt = at;
            }
        }
    }

    private static double nextChange(List<Sending> active, Map<String, Double> rates, double otherChange, double at) {
        double next = otherChange;
        for (Sending one : active) {
            double rate = rate(rates, one);
            if (one.left <= DONE) {
                next = at;
            } else if (rate > 0) {
                next = Math.min(next, at + one.left / rate);
            }
        }
        return next;
    }

    private Course course(Sending sending) {
        Double end = sending.end;
        return new Course(
                instant(sending.start),
                end == null ? null : instant(end),
                sending.firstRate,
                sending.spentAt == null ? null : instant(sending.spentAt),
                sending.goesOnAt == null ? null : instant(sending.goesOnAt),
                sending.leftBefore == null ? 0 : sending.leftBefore,
                end == null ? 0 : sending.leftAfter);
    }

    private static List<Shares.Claimant> claimants(List<Sending> active) {
        return active.stream().map(one -> one.run.claimant()).toList();
    }

    private static double rate(Map<String, Double> rates, Sending one) {
        return rates.getOrDefault(one.run.id(), 0.0);
    }

    private static double sum(Map<String, Double> rates) {
        return rates.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Instant instant(double seconds) {
        return now.plusMillis(Math.round(seconds * 1000));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
