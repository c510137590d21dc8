package io.tidings.service.statistics;

import io.tidings.core.address.MailboxProvider;
import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.notification.Category;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Ranked;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.statistics.Breakdown.Part;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells mail apart by what it is and where it goes. */
@Singleton
class BreakdownReader {

    static final int MOST_DAYS = 62;
    private static final int MOST = 50;
    /** Whoever opens the page waits for all their counters. */
    private static final int MOST_DOMAINS = 20;

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 5;
    private static final String BY =
            "must be stream, campaign, template, topic, category, domain, provider, bounceType or smtpStatus";

    private final StatisticsStore statistics;
    private final CampaignStore campaigns;
    private final TemplateStore templates;

    BreakdownReader(StatisticsStore statistics, CampaignStore campaigns, TemplateStore templates) {
        this.statistics = statistics;
        this.campaigns = campaigns;
        this.templates = templates;
    }

    Breakdown read(String by, String stream, Days days) {
        List<Stream> streams = Asked.streams(stream);
        List<Part> parts = switch (by) {
            case "stream" -> streams(streams, days);
            case "campaign" -> campaigns(streams, days);
            case "template" -> parts(largest(Family.TEMPLATE, streams, days, MOST), streams, days, this::templateName);
            case "topic" -> parts(largest(Family.TOPIC, streams, days, MOST), streams, days, Function.identity());
            case "category" -> parts(categories(streams), streams, days, Function.identity());
            case "provider" -> parts(providers(streams), streams, days, Function.identity());
            case "smtpStatus" -> statuses(streams, days);
            case "domain" -> domains(streams, days);
            case "bounceType" -> bounceTypes(streams, days);
            default -> throw ProblemException.invalid("by", BY);
        };
        return new Breakdown(by, stream, days.first(), days.last(), parts);
    }

    private List<Part> streams(List<Stream> streams, Days days) {
        Map<Scope, Counts> sums =
                statistics.sums(streams.stream().map(Scope::of).toList(), days);
        List<Part> parts = new ArrayList<>();
        for (Stream stream : streams) {
            String name = stream == Stream.CAMPAIGN ? "campaigns" : "notifications";
            Counts sum = sums.getOrDefault(Scope.of(stream), Counts.NONE);
            parts.add(part(name, name, sum).with(times(List.of(stream), sum)));
        }
        return parts;
    }

    /** Nothing where no notifications are asked for. */
    @Nullable
    static TimesView times(List<Stream> streams, Counts counts) {
        return streams.contains(Stream.NOTIFICATION) ? TimesView.of(counts) : null;
    }

    Counts sum(List<Stream> streams, Days days) {
        return statistics.sums(streams.stream().map(Scope::of).toList(), days).values().stream()
                .reduce(Counts.NONE, Counts::plus);
    }

    /** Those launched in these days, each with everything that has become of it. */
    private List<Part> campaigns(List<Stream> streams, Days days) {
        if (!streams.contains(Stream.CAMPAIGN)) {
            return List.of();
        }
        List<Campaign> launched = launched(days);
        Map<Scope, List<Bucket>> totals = new HashMap<>();
        launched.forEach(campaign -> totals.put(Scope.campaign(campaign.id()), List.of(Bucket.TOTAL)));
        Map<Scope, Counts> sums = statistics.sums(totals);
        return launched.stream()
                .map(campaign -> part(
                        campaign.id(), campaign.name(), sums.getOrDefault(Scope.campaign(campaign.id()), Counts.NONE)))
                .toList();
    }

    /** Looked for among the newest ones that are not archived. */
    private List<Campaign> launched(Days days) {
        List<Campaign> found = new ArrayList<>();
        @Nullable String cursor = null;
        for (int i = 0; i < MOST_PAGES && found.size() < MOST; i++) {
            Page<Campaign> page = campaigns.list(false, null, cursor, PAGE);
            page.items().stream()
                    .filter(campaign -> campaign.launch() != null && days.contains(dayOf(campaign)))
                    .limit(MOST - found.size())
                    .forEach(found::add);
            cursor = page.next();
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    private static LocalDate dayOf(Campaign campaign) {
        return campaign.launched().at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** As many scopes as there are names and streams, however much was counted; who has nothing in these days is left out. */
    private List<Part> parts(List<Scope> scopes, List<Stream> streams, Days days, Function<String, String> name) {
        Map<String, Counts> sums = byName(statistics.sums(scopes, days));
        boolean timed = scopes.stream()
                .anyMatch(scope -> scope.family() == Family.TEMPLATE || scope.family() == Family.CATEGORY);
        return largest(sums, BreakdownReader::size).stream()
                .map(key -> {
                    Counts counts = sums.getOrDefault(key, Counts.NONE);
                    return part(key, name.apply(key), counts).with(timed ? times(streams, counts) : null);
                })
                .toList();
    }

    private static Map<String, Counts> byName(Map<Scope, Counts> sums) {
        Map<String, Counts> byName = new HashMap<>();
        sums.forEach((scope, counts) -> byName.merge(scope.name(), counts, Counts::plus));
        return byName;
    }

    private static List<Scope> categories(List<Stream> streams) {
        return streams.contains(Stream.NOTIFICATION)
                ? Arrays.stream(Category.values())
                        .map(category -> new Scope(Family.CATEGORY, Stream.NOTIFICATION, category.key()))
                        .toList()
                : List.of();
    }

    private static List<Scope> providers(List<Stream> streams) {
        return scopes(
                Family.PROVIDER,
                streams,
                Arrays.stream(MailboxProvider.values())
                        .map(MailboxProvider::key)
                        .toList());
    }

    /** The largest, as they were ranked last, each to be counted as of now. */
    private List<Scope> largest(Family family, List<Stream> streams, Days days, int limit) {
        return scopes(family, streams, names(family, streams, days, limit));
    }

    private List<String> names(Family family, List<Stream> streams, Days days, int limit) {
        return Ranked.largest(statistics.ranked(family, streams, days.months()), limit);
    }

    private static List<Scope> scopes(Family family, List<Stream> streams, List<String> names) {
        return streams.stream()
                // Only campaigns have topics.
                .filter(stream -> family != Family.TOPIC || stream == Stream.CAMPAIGN)
                .flatMap(stream -> names.stream().map(name -> new Scope(family, stream, name)))
                .toList();
    }

    private List<Part> statuses(List<Stream> streams, Days days) {
        Map<String, Counts> sums = byName(statistics.statuses(streams, days));
        return largest(sums, BreakdownReader::size).stream()
                .map(status -> part(status, status, sums.getOrDefault(status, Counts.NONE)))
                .toList();
    }

    private String templateName(String id) {
        return templates.find(id).map(Template::name).orElse("(gone)");
    }

    private List<Part> domains(List<Stream> streams, Days days) {
        Map<String, Counts> sums = byName(statistics.sums(largest(Family.DOMAIN, streams, days, MOST_DOMAINS), days));
        return largest(sums, counts -> counts.of(Metric.ANSWERED)).stream()
                .map(domain -> {
                    Counts counts = sums.getOrDefault(domain, Counts.NONE);
                    return new Part(domain, domain, CountsView.of(counts), RatesView.ofAnswers(counts), null);
                })
                .toList();
    }

    private List<Part> bounceTypes(List<Stream> streams, Days days) {
        Counts sum = sum(streams, days);
        List<Part> parts = new ArrayList<>();
        for (Metric type : List.of(
                Metric.BOUNCED_PERMANENT,
                Metric.BOUNCED_TRANSIENT,
                Metric.BOUNCED_UNDETERMINED,
                Metric.SUPPRESSED_BOUNCES,
                Metric.AUTO_REPLIED)) {
            Counts counts = Counts.of(type, sum.of(type)).plus(Counts.of(Metric.ACCEPTED, sum.of(Metric.ACCEPTED)));
            parts.add(part(type.key(), type.name().toLowerCase(Locale.ROOT).replace('_', ' '), counts));
        }
        return parts;
    }

    /** How often each status was given by the largest domains' servers. */
    Matrix matrix(String stream, Days days) {
        List<Stream> streams = Asked.streams(stream);
        List<String> top = names(Family.DOMAIN, streams, days, MOST_DOMAINS);
        Map<String, Map<String, Long>> rows = new HashMap<>();
        statistics.statuses(streams, top, days).forEach((scope, counts) -> {
            int blank = scope.name().indexOf(' ');
            rows.computeIfAbsent(scope.name().substring(0, blank), _ -> new HashMap<>())
                    .merge(scope.name().substring(blank + 1), size(counts), Long::sum);
        });
        return Matrix.of(stream, days, top, rows);
    }

    private static List<String> largest(Map<String, Counts> sums, Function<Counts, Long> size) {
        return sums.keySet().stream()
                .sorted(Comparator.comparing((String key) -> -size.apply(sums.getOrDefault(key, Counts.NONE)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static long size(Counts counts) {
        return counts.values().entrySet().stream()
                .filter(entry -> !entry.getKey().isTime())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Part part(String key, String name, Counts counts) {
        return new Part(key, name, CountsView.of(counts), RatesView.of(counts), null);
    }
}
