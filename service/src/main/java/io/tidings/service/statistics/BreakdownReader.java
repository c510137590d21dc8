package io.tidings.service.statistics;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.notification.Category;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.statistics.Stream;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.statistics.Breakdown.Part;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells mail apart by what it is and where it goes. */
@Singleton
class BreakdownReader {

    static final int MOST_DAYS = 62;
    private static final int MOST = 50;
    /** Of a month. Each is an item a shard with all its days in it, and whoever opens the page waits for them. */
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
            case "template" -> timed(Family.TEMPLATE, streams, days, this::templateName);
            case "topic" -> members(Family.TOPIC, streams, days, Function.identity());
            case "category" -> timed(Family.CATEGORY, streams, days, Function.identity());
            case "provider" -> members(Family.PROVIDER, streams, days, Function.identity());
            case "smtpStatus" -> members(Family.STATUS, streams, days, Function.identity());
            case "domain" -> domains(streams, days);
            case "bounceType" -> bounceTypes(streams, days);
            default -> throw ProblemException.invalid("by", BY);
        };
        return new Breakdown(by, stream, days.first(), days.last(), parts);
    }

    private List<Part> streams(List<Stream> streams, Days days) {
        List<Part> parts = new ArrayList<>();
        for (Stream stream : streams) {
            String name = stream == Stream.CAMPAIGN ? "campaigns" : "notifications";
            parts.add(part(name, name, sum(stream, days)).with(times(List.of(stream), days)));
        }
        return parts;
    }

    /** The sum of all categories; nothing where no notifications are asked for. */
    @Nullable
    TimesView times(List<Stream> streams, Days days) {
        if (!streams.contains(Stream.NOTIFICATION)) {
            return null;
        }
        List<Scope> categories = Arrays.stream(Category.values())
                .map(category -> new Scope(Family.CATEGORY, Stream.NOTIFICATION, category.key()))
                .toList();
        return TimesView.of(statistics.sums(categories, days).values().stream().reduce(Counts.NONE, Counts::plus));
    }

    Counts sum(Stream stream, Days days) {
        return statistics.read(Scope.of(stream), days.buckets()).values().stream()
                .reduce(Counts.NONE, Counts::plus);
    }

    /** Those launched in these days, each with everything that has become of it. */
    private List<Part> campaigns(List<Stream> streams, Days days) {
        if (!streams.contains(Stream.CAMPAIGN)) {
            return List.of();
        }
        return launched(days).stream()
                .map(campaign -> part(
                        campaign.id(), campaign.name(), statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL)))
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

    private List<Part> members(Family family, List<Stream> streams, Days days, Function<String, String> name) {
        Map<String, Counts> sums = memberSums(family, streams, days);
        return largest(sums, BreakdownReader::size).stream()
                .map(key -> part(key, name.apply(key), sums.getOrDefault(key, Counts.NONE)))
                .toList();
    }

    /** With the times of notifications, where they are asked for. */
    private List<Part> timed(Family family, List<Stream> streams, Days days, Function<String, String> name) {
        Map<String, Counts> sums = memberSums(family, streams, days);
        boolean notifications = streams.contains(Stream.NOTIFICATION);
        return largest(sums, BreakdownReader::size).stream()
                .map(key -> {
                    Counts counts = sums.getOrDefault(key, Counts.NONE);
                    return part(key, name.apply(key), counts).with(notifications ? TimesView.of(counts) : null);
                })
                .toList();
    }

    private Map<String, Counts> memberSums(Family family, List<Stream> streams, Days days) {
        Map<String, Counts> sums = new HashMap<>();
        for (Stream stream : streams) {
            statistics
                    .members(family, stream, days, 1_000)
                    .forEach((scope, counts) -> sums.merge(scope.name(), counts, Counts::plus));
        }
        return sums;
    }

    private String templateName(String id) {
        return templates.find(id).map(Template::name).orElse("(gone)");
    }

    /** The largest, as they were ranked last, each counted as of now. */
    private List<Part> domains(List<Stream> streams, Days days) {
        Map<String, Counts> sums = domainSums(streams, days);
        return largest(sums, counts -> counts.of(Metric.ANSWERED)).stream()
                .map(domain -> {
                    Counts counts = sums.getOrDefault(domain, Counts.NONE);
                    return new Part(domain, domain, CountsView.of(counts), RatesView.ofAnswers(counts), null);
                })
                .toList();
    }

    private Map<String, Counts> domainSums(List<Stream> streams, Days days) {
        Map<String, Counts> sums = new HashMap<>();
        for (Stream stream : streams) {
            List<Scope> scopes = topDomains(stream, days).stream()
                    .map(domain -> new Scope(Family.DOMAIN, stream, domain))
                    .toList();
            statistics.sums(scopes, days).forEach((scope, counts) -> sums.merge(scope.name(), counts, Counts::plus));
        }
        return sums;
    }

    /** Of each month the first so many, so that what is read does not grow with how many domains there are. */
    private Set<String> topDomains(Stream stream, Days days) {
        Set<String> top = new LinkedHashSet<>();
        for (YearMonth month : days.months()) {
            statistics.topDomains(stream, month).stream().limit(MOST_DOMAINS).forEach(top::add);
        }
        return top;
    }

    private List<Part> bounceTypes(List<Stream> streams, Days days) {
        Counts sum = streams.stream().map(stream -> sum(stream, days)).reduce(Counts.NONE, Counts::plus);
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
        List<String> top = largest(domainSums(streams, days), counts -> counts.of(Metric.ANSWERED));
        Map<String, Map<String, Long>> rows = new HashMap<>();
        for (Stream one : streams) {
            statistics.statuses(one, top, days).forEach((scope, counts) -> {
                int blank = scope.name().indexOf(' ');
                rows.computeIfAbsent(scope.name().substring(0, blank), _ -> new HashMap<>())
                        .merge(scope.name().substring(blank + 1), size(counts), Long::sum);
            });
        }
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
