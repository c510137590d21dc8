package io.tidings.service.statistics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Elapsed;
import io.tidings.core.statistics.Histogram;
import io.tidings.core.statistics.Histogram.Quantile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long notifications took, from when each was ready: posted, with its time, window and quiet hours over. */
@Serdeable
@Schema(name = "Times")
record TimesView(Times queueWait, Times toAccepted, Times toDelivered) {

    /**
     * @param p50Millis within what half of them lay, as if those of a bucket were spread evenly over it; nothing while there are none
     * @param p50OrMore that is the lower end of the last bucket, and it may have been any time longer
     */
    @Serdeable
    @Schema(name = "TimesTaken")
    record Times(
            long count,
            @Nullable Long p50Millis,
            boolean p50OrMore,
            @Nullable Long p95Millis,
            boolean p95OrMore,
            List<Part> buckets) {

        static Times of(Histogram times) {
            Quantile half = times.quantile(0.5);
            Quantile most = times.quantile(0.95);
            return new Times(
                    times.count(), millis(half), orMore(half), millis(most), orMore(most), Part.of(times.counts()));
        }

        private static @Nullable Long millis(@Nullable Quantile quantile) {
            return quantile == null ? null : Long.valueOf(quantile.time().toMillis());
        }

        private static boolean orMore(@Nullable Quantile quantile) {
            return quantile != null && quantile.orMore();
        }
    }

    /** @param upToMillis nothing of the last one, which has no end */
    @Serdeable
    @Schema(name = "TimesBucket")
    record Part(@Nullable Long upToMillis, long count) {

        static List<Part> of(List<Long> counts) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                boolean ends = i < Histogram.LIMITS.size();
                Long upTo = ends ? Long.valueOf(Histogram.LIMITS.get(i).toMillis()) : null;
                parts.add(new Part(upTo, counts.get(i)));
            }
            return parts;
        }
    }

    static TimesView of(Counts counts) {
        return new TimesView(
                Times.of(Elapsed.QUEUE_WAIT.of(counts)),
                Times.of(Elapsed.TO_ACCEPTED.of(counts)),
                Times.of(Elapsed.TO_DELIVERED.of(counts)));
    }
}
