package io.tidings.core.statistics;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of counters. What a read costs follows from what is asked, never from how many messages were counted. */
public interface StatisticsStore {

    Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets);

    default Counts read(Scope scope, Bucket bucket) {
        return read(scope, List.of(bucket)).getOrDefault(bucket, Counts.NONE);
    }

    /** The sums of some days for each of these scopes, all of one family that is counted by the day. */
    Map<Scope, Counts> sums(Collection<Scope> scopes, Days days);

    /** Everybody of a family with the sums of some days, by name, at most {@code limit} of them. */
    Map<Scope, Counts> members(Family family, Stream stream, Days days, int limit);

    /** What these domains' servers said: each domain and status, with the sums of some days. */
    Map<Scope, Counts> statuses(Stream stream, Collection<String> domains, Days days);

    /** A page of one month's domains, in no order that matters; for ranking them, aside from anybody's request. */
    Names domains(Stream stream, YearMonth month, @Nullable String cursor, int limit);

    record Names(Map<String, Counts> items, @Nullable String next) {}

    /** The month's domains with the most answers, most first, as they were ranked last. */
    List<String> topDomains(Stream stream, YearMonth month);

    void rankDomains(Stream stream, YearMonth month, List<String> top);

    /** Everything there is, page by page; for comparing with the ledger. */
    Cells all(@Nullable String cursor, int limit);

    record Cells(CounterChanges items, @Nullable String next) {}

    /** Adds what was found missing. */
    void mend(CounterChanges difference);
}
