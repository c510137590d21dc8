package io.tidings.core.memory;

import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
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
    private final Map<String, List<String>> ranked = new HashMap<>();

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
    public synchronized Map<Scope, Counts> sums(Collection<Scope> scopes, Days days) {
        return daily(scopes::contains, days);
    }

    @Override
    public synchronized Map<Scope, Counts> members(Family family, Stream stream, Days days, int limit) {
        Map<Scope, Counts> found = daily(scope -> scope.family() == family && scope.stream() == stream, days);
        Map<Scope, Counts> some = new HashMap<>();
        found.keySet().stream().limit(limit).forEach(scope -> some.put(scope, found.get(scope)));
        return some;
    }

    @Override
    public synchronized Map<Scope, Counts> statuses(Stream stream, Collection<String> domains, Days days) {
        return daily(
                scope -> scope.family() == Family.DOMAIN_STATUS
                        && scope.stream() == stream
                        && domains.contains(
                                scope.name().substring(0, scope.name().indexOf(' '))),
                days);
    }

    @Override
    public synchronized Names domains(Stream stream, YearMonth month, @Nullable String cursor, int limit) {
        Days days = new Days(month.atDay(1), month.atEndOfMonth());
        TreeMap<String, Counts> names = new TreeMap<>();
        daily(scope -> scope.family() == Family.DOMAIN && scope.stream() == stream, days)
                .forEach((scope, counts) -> names.put(scope.name(), counts));
        Map<String, Counts> rest = cursor == null ? names : names.tailMap(cursor, false);
        Map<String, Counts> page = new TreeMap<>();
        rest.entrySet().stream().limit(limit).forEach(entry -> page.put(entry.getKey(), entry.getValue()));
        return new Names(page, rest.size() > limit ? ((TreeMap<String, Counts>) page).lastKey() : null);
    }

    @Override
    public synchronized List<String> topDomains(Stream stream, YearMonth month) {
        return ranked.getOrDefault(stream + " " + month, List.of());
    }

    @Override
    public synchronized void rankDomains(Stream stream, YearMonth month, List<String> top) {
        ranked.put(stream + " " + month, List.copyOf(top));
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
