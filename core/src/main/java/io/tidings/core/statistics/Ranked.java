package io.tidings.core.statistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One of a family in a month, and how many messages it had when the family was ranked. */
public record Ranked(String name, long messages) {

    static final Comparator<Ranked> LEAST_FIRST =
            Comparator.comparingLong(Ranked::messages).thenComparing(Ranked::name, Comparator.reverseOrder());

    /** The names with the most messages in several months and streams together. */
    public static List<String> largest(Collection<Ranked> all, int limit) {
        return all.stream()
                .collect(Collectors.groupingBy(Ranked::name, Collectors.summingLong(Ranked::messages)))
                .entrySet()
                .stream()
                .map(entry -> new Ranked(entry.getKey(), entry.getValue()))
                .sorted(LEAST_FIRST.reversed())
                .limit(limit)
                .map(Ranked::name)
                .toList();
    }
}
