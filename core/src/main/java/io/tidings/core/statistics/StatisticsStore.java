package io.tidings.core.statistics;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of counters. What a read costs follows from what is asked, never from how many messages were counted. */
public interface StatisticsStore {

    /** Whoever reads a total reads all that was counted before: the books of one reading must balance. Days and hours may be a moment old. */
    Map<Bucket, Counts> read(Scope scope, List<Bucket> buckets);

    default Counts read(Scope scope, Bucket bucket) {
        return read(scope, List.of(bucket)).getOrDefault(bucket, Counts.NONE);
    }

    /** For each scope the sum of its buckets, as of a moment ago; who has nothing in them is left out. */
    Map<Scope, Counts> sums(Map<Scope, List<Bucket>> wanted);

    /** The same of some days for each of these scopes, all of which are counted by the day. */
    default Map<Scope, Counts> sums(Collection<Scope> scopes, Days days) {
        Map<Scope, List<Bucket>> wanted = new HashMap<>();
        List<Bucket> buckets = days.buckets();
        scopes.forEach(scope -> wanted.put(scope, buckets));
        return sums(wanted);
    }

    /** Every SMTP status there was, with the sums of some days. */
    Map<Scope, Counts> statuses(Collection<Stream> streams, Days days);

    /** What these domains' servers said: each domain and status, with the sums of some days. */
    Map<Scope, Counts> statuses(Collection<Stream> streams, Collection<String> domains, Days days);

    /** A page of a family's names in one month, in no order that matters; for ranking them, aside from anybody's request. */
    Names names(Family family, Stream stream, YearMonth month, @Nullable String cursor, int limit);

    record Names(Map<String, Counts> items, @Nullable String next) {}

    /** As they were ranked last: of each stream and month its own, most first. */
    List<Ranked> ranked(Family family, Collection<Stream> streams, Collection<YearMonth> months);

    void rank(Family family, Stream stream, YearMonth month, List<Ranked> top);

    /** Everything there is, page by page; for comparing with the ledger. */
    Cells all(@Nullable String cursor, int limit);

    record Cells(CounterChanges items, @Nullable String next) {}

    /** Adds what was found missing. */
    void mend(CounterChanges difference);
}
