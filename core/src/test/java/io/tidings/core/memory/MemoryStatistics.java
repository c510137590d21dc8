package io.tidings.core.memory;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Ranked;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class MemoryStatistics implements StatisticsStore {

    private final CounterChanges all = new CounterChanges();
    private final Map<Ranking, List<Ranked>> ranked = new HashMap<>();

    private record Ranking(Family family, Stream stream, YearMonth month) {}

    synchronized void add(CounterChanges changes) {
        all.addAll(changes, 1);
    }

    @Override
    public synchronized Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets) {
        Map<Bucket, Counts> found = new HashMap<>();
        for (Bucket bucket : buckets) {
            Counts counts = all.of(scope, bucket);
            if (!counts.isNothing()) {
                found.put(bucket, counts);
            }
        }
        return found;
    }

    @Override
    public synchronized Map<Scope, Counts> sums(Map<Scope, List<Bucket>> wanted) {
        Map<Scope, Counts> sums = new HashMap<>();
        wanted.forEach((scope, buckets) ->
                read(scope, buckets).values().forEach(counts -> sums.merge(scope, counts, Counts::plus)));
        return sums;
    }

    @Override
    public synchronized Map<Scope, Counts> statuses(Collection<Stream> streams, Days days) {
        return daily(scope -> scope.family() == Family.STATUS && streams.contains(scope.stream()), days);
    }

    @Override
    public synchronized Map<Scope, Counts> statuses(Collection<Stream> streams, Collection<String> domains, Days days) {
        return daily(
                scope -> scope.family() == Family.DOMAIN_STATUS
                        && streams.contains(scope.stream())
                        && domains.contains(
                                scope.name().substring(0, scope.name().indexOf(' '))),
                days);
    }

    @Override
    public synchronized Names names(Family family, Stream stream, YearMonth month, @Nullable String cursor, int limit) {
        Days days = new Days(month.atDay(1), month.atEndOfMonth());
        TreeMap<String, Counts> names = new TreeMap<>();
        daily(scope -> scope.family() == family && scope.stream() == stream, days)
                .forEach((scope, counts) -> names.put(scope.name(), counts));
        Map<String, Counts> rest = cursor == null ? names : names.tailMap(cursor, false);
        Map<String, Counts> page = new TreeMap<>();
        rest.entrySet().stream().limit(limit).forEach(entry -> page.put(entry.getKey(), entry.getValue()));
        return new Names(page, rest.size() > limit ? ((TreeMap<String, Counts>) page).lastKey() : null);
    }

    @Override
    public synchronized List<Ranked> ranked(Family family, Collection<Stream> streams, Collection<YearMonth> months) {
        return streams.stream()
                .flatMap(stream -> months.stream().map(month -> new Ranking(family, stream, month)))
                .flatMap(ranking -> ranked.getOrDefault(ranking, List.of()).stream())
                .toList();
    }

    @Override
    public synchronized void rank(Family family, Stream stream, YearMonth month, List<Ranked> top) {
        ranked.put(new Ranking(family, stream, month), List.copyOf(top));
    }

    @Override
    public synchronized Cells all(@Nullable String cursor, int limit) {
        return new Cells(new CounterChanges().addAll(all, 1), null);
    }

    @Override
    public void mend(CounterChanges difference) {
        add(difference);
    }

    private Map<Scope, Counts> daily(Predicate<Scope> wanted, Days days) {
        Map<Scope, Counts> sums = new HashMap<>();
        all.forEach((cell, counts) -> {
            if (wanted.test(cell.scope())
                    && cell.bucket().unit() == Bucket.Unit.DAY
                    && days.contains(cell.bucket().day())) {
                sums.merge(cell.scope(), new Counts(counts), Counts::plus);
            }
        });
        return sums;
    }
}
