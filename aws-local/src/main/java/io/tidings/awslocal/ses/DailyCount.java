package io.tidings.awslocal.ses;

import java.util.Map;
import java.util.TreeMap;

/** How many recipients were written to in the last 24 hours, by the minute. */
final class DailyCount {
    private static final long MINUTES = 24 * 60;

    private final TreeMap<Long, Long> byMinute = new TreeMap<>();
    private long sum;

    synchronized long count(long millis) {
        var oldest = millis / 60_000 - MINUTES;
        while (!byMinute.isEmpty() && byMinute.firstKey() <= oldest) {
            sum -= byMinute.pollFirstEntry().getValue();
        }
        return sum;
    }

    synchronized void add(long millis, long recipients) {
        byMinute.merge(millis / 60_000, recipients, Long::sum);
        sum += recipients;
    }

    synchronized Map<Long, Long> snapshot() {
        return new TreeMap<>(byMinute);
    }

    synchronized void restore(Map<Long, Long> minutes) {
        byMinute.clear();
        byMinute.putAll(minutes);
        sum = byMinute.values().stream().mapToLong(Long::longValue).sum();
    }
}
