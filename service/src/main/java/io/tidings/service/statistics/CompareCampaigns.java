package io.tidings.service.statistics;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.service.statistics.Comparison.Aged;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An older campaign has had more time to be opened: so they are compared at the age of the youngest. */
@Singleton
class CompareCampaigns {

    static final int MOST_HOURS = 14 * 24;
    private static final int MOST = 10;

    private final CampaignStore campaigns;
    private final StatisticsStore statistics;
    private final InstantSource clock;

    CompareCampaigns(CampaignStore campaigns, StatisticsStore statistics, InstantSource clock) {
        this.campaigns = campaigns;
        this.statistics = statistics;
        this.clock = clock;
    }

    Comparison compare(List<String> ids, int hours) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MOST) {
            throw ProblemException.invalid("campaigns", "must be one to ten campaign ids, with commas between");
        }
        List<Campaign> launched = distinct.stream().map(this::launched).toList();
        Instant now = clock.instant();
        int age =
                launched.stream().mapToInt(campaign -> ageHours(campaign, now)).reduce(hours, Math::min);
        Map<Scope, List<Bucket>> hoursOf = new HashMap<>();
        launched.forEach(campaign -> hoursOf.put(Scope.campaign(campaign.id()), firstHours(campaign, age)));
        Map<Scope, Counts> sums = statistics.sums(hoursOf);
        return new Comparison(
                age,
                launched.stream()
                        .map(campaign -> aged(campaign, sums.getOrDefault(Scope.campaign(campaign.id()), Counts.NONE)))
                        .toList());
    }

    private Campaign launched(String id) {
        Campaign campaign = campaigns
                .find(Ids.checked("the campaign", id))
                .orElseThrow(() -> ProblemException.invalid("campaigns", "there is no campaign " + id));
        if (campaign.launch() == null) {
            throw ProblemException.invalid("campaigns", "the campaign " + id + " was not launched yet");
        }
        return campaign;
    }

    private static Instant firstHour(Campaign campaign) {
        return campaign.launched().at().truncatedTo(ChronoUnit.HOURS);
    }

    private static int ageHours(Campaign campaign, Instant now) {
        return Math.toIntExact(
                Math.clamp(Duration.between(firstHour(campaign), now).toHours() + 1, 1, MOST_HOURS));
    }

    private static List<Bucket> firstHours(Campaign campaign, int hours) {
        return IntStream.range(0, hours)
                .mapToObj(i -> Bucket.hour(firstHour(campaign).plus(Duration.ofHours(i))))
                .toList();
    }

    private static Aged aged(Campaign campaign, Counts counts) {
        return new Aged(
                campaign.id(), campaign.name(), campaign.launched().at(), CountsView.of(counts), RatesView.of(counts));
    }
}
