package io.tidings.service.forecast;

import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.Campaign.Schedule;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Settings;
import io.tidings.core.forecast.Course;
import io.tidings.core.forecast.PriceList;
import io.tidings.core.forecast.Run;
import io.tidings.core.forecast.Timetable;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers who sends now and who will, and lets core work out how that goes. */
@Singleton
class Forecaster {

    private static final String CHOSEN = "chosen";
    /** So many paused campaigns are named. */
    private static final int MOST_PAUSED = 20;

    private static final List<String> ASSUMPTIONS = List.of(
            "Nobody is skipped: who is suppressed is only known when it is sent.",
            "What the account sent during the last 24 hours was sent evenly.",
            "Notifications need little of the rate, and campaigns launched later are not known yet.");

    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final StatisticsStore statistics;
    private final QuotaSource quotas;
    private final PriceList prices;
    private final TidingsSettings settings;
    private final InstantSource clock;

    Forecaster(
            CampaignStore campaigns,
            AudienceStore audiences,
            StatisticsStore statistics,
            QuotaSource quotas,
            PriceList prices,
            TidingsSettings settings,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.statistics = statistics;
        this.quotas = quotas;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    ForecastView forecast(
            @Nullable Campaign campaign, @Nullable String audience, Settings choices, @Nullable Instant at) {
        Instant now = clock.instant();
        SendQuota quota = quotas.current();
        long people = audience != null ? contacts(audience) : people(Objects.requireNonNull(campaign));
        Instant start = start(campaign, choices, at, now);
        Run chosen = run(CHOSEN, "", people, start, choices, null);
        Map<String, Campaign> others = others(campaign, start);
        List<Run> runs = new ArrayList<>(List.of(chosen));
        others.values()
                .forEach(other -> runs.add(run(
                        other.id(),
                        other.name(),
                        people(other),
                        start(other, other.settings(), null, now),
                        other.settings(),
                        other.launch())));
        Map<String, Course> courses = Timetable.of(runs, quota, settings.notificationShare(), now);
        Course course = Objects.requireNonNull(courses.get(CHOSEN));
        List<ForecastView.Collision> collisions = runs.stream()
                .filter(run -> !run.id().equals(CHOSEN) && run.people() > 0)
                .filter(run -> overlap(course, Objects.requireNonNull(courses.get(run.id()))))
                .map(run -> collision(
                        Objects.requireNonNull(others.get(run.id())), Objects.requireNonNull(courses.get(run.id()))))
                .toList();
        return new ForecastView(
                people,
                course.start(),
                course.end(),
                course.firstRate(),
                limitedBy(course, chosen, choices, quota),
                quotaForecast(course, quota),
                collisions,
                paused(campaign),
                cost(people),
                ASSUMPTIONS);
    }

    /** Whoever sends, is about to, or is scheduled: few. */
    private Map<String, Campaign> others(@Nullable Campaign chosen, Instant start) {
        Map<String, Campaign> others = new LinkedHashMap<>();
        Stream.concat(campaigns.underWay().stream(), campaigns.due(start.plus(Timetable.LOOKS_AHEAD)).stream())
                .filter(other -> other.state().underWay() || other.state() == CampaignState.SCHEDULED)
                .filter(other -> isAnother(other, chosen))
                .forEach(other -> others.put(other.id(), other));
        return others;
    }

    private static boolean isAnother(Campaign other, @Nullable Campaign chosen) {
        return chosen == null || !other.id().equals(chosen.id());
    }

    /** When somebody will resume them nobody knows, so they are named and not reckoned with. */
    private List<ForecastView.Paused> paused(@Nullable Campaign chosen) {
        return campaigns.list(false, CampaignState.PAUSED, null, MOST_PAUSED).items().stream()
                .filter(other -> isAnother(other, chosen))
                .map(other -> new ForecastView.Paused(other.id(), other.name(), people(other)))
                .filter(other -> other.waiting() > 0)
                .toList();
    }

    private static Run run(
            String id, String name, long people, Instant start, Settings choices, @Nullable Launch launch) {
        Duration spread = choices.spreadOver();
        Double spreading = spread == null || people == 0 ? null : (double) people / spread.toSeconds();
        if (launch != null && launch.spreadPerSecond() != null) {
            spreading = launch.spreadPerSecond();
        }
        OptionalDouble limit = Stream.of(choices.perSecond(), spreading)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min();
        return new Run(id, name, people, start, choices.weight(), limit);
    }

    /** Of a campaign that was started the books tell who is left; of another one the audience as it is now. */
    private long people(Campaign campaign) {
        if (campaign.state() == CampaignState.SENDING || campaign.state() == CampaignState.PAUSED) {
            return Books.of(statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL), campaign.state())
                    .waiting();
        }
        return contacts(campaign.audienceId());
    }

    private long contacts(String audience) {
        return audiences.find(audience).map(Audience::contacts).orElse(0L);
    }

    private static Instant start(@Nullable Campaign campaign, Settings choices, @Nullable Instant at, Instant now) {
        if (at != null) {
            return at.isAfter(now) ? at : now;
        }
        if (campaign == null || campaign.state() == CampaignState.DRAFT) {
            return now.plus(choices.hold());
        }
        Schedule schedule = campaign.schedule();
        if (campaign.state() == CampaignState.SCHEDULED && schedule != null) {
            return schedule.at();
        }
        Launch launch = campaign.launch();
        Instant hold = launch == null ? null : launch.holdUntil();
        return campaign.state() == CampaignState.LAUNCHING && hold != null ? hold : now;
    }

    private static boolean overlap(Course one, Course other) {
        return (other.end() == null || other.end().isAfter(one.start()))
                && (one.end() == null || one.end().isAfter(other.start()));
    }

    private static ForecastView.Collision collision(Campaign other, Course course) {
        return new ForecastView.Collision(
                other.id(), other.name(), other.state().name().toLowerCase(Locale.ROOT), course.start(), course.end());
    }

    private static String limitedBy(Course course, Run run, Settings choices, SendQuota quota) {
        if (course.startsWithoutQuota()) {
            return "quota";
        }
        double limit = run.limit().orElse(Double.POSITIVE_INFINITY);
        if (limit < quota.perSecond() && course.firstRate() >= limit * 0.999) {
            Double own = choices.perSecond();
            return own != null && own <= limit ? "ownLimit" : "spreading";
        }
        return course.firstRate() >= quota.perSecond() * 0.999 || run.people() == 0 ? "account" : "otherCampaigns";
    }

    private ForecastView.QuotaForecast quotaForecast(Course course, SendQuota quota) {
        boolean limited = quota.per24Hours().isPresent();
        return new ForecastView.QuotaForecast(
                limited ? Double.valueOf(quota.per24Hours().getAsDouble()) : null,
                quota.sentLast24Hours(),
                limited ? Double.valueOf(quota.leftForCampaigns(settings.notificationShare())) : null,
                limited ? Double.valueOf(course.leftBefore()) : null,
                limited ? Double.valueOf(course.leftAfter()) : null,
                course.spentAt() == null,
                course.spentAt(),
                course.goesOnAt());
    }

    private ForecastView.Cost cost(long people) {
        List<ForecastView.CostPart> parts = prices.cost(people).stream()
                .map(part ->
                        new ForecastView.CostPart(part.name(), part.units(), part.dollarsPerThousand(), part.dollars()))
                .toList();
        return new ForecastView.Cost(
                parts.stream().mapToDouble(ForecastView.CostPart::dollars).sum(), parts);
    }
}
