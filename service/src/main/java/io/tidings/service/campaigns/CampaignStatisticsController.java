package io.tidings.service.campaigns;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.sending.AllowedRate;
import io.tidings.core.sending.AllowedRates;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Ids;
import io.tidings.service.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/campaigns/{id}/statistics")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Campaigns")
class CampaignStatisticsController {

    private final CampaignStore campaigns;
    private final StatisticsStore statistics;
    private final AllowedRates allowedRates;
    private final RateMeter rates;
    private final InstantSource clock;

    CampaignStatisticsController(
            CampaignStore campaigns,
            StatisticsStore statistics,
            AllowedRates allowedRates,
            RateMeter rates,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.statistics = statistics;
        this.allowedRates = allowedRates;
        this.rates = rates;
        this.clock = clock;
    }

    @Serdeable
    @Schema(name = "CampaignStatistics")
    record CampaignStatistics(
            BooksView books,
            long delivered,
            long delayed,
            long bouncedPermanent,
            long bouncedTransient,
            long bouncedUndetermined,
            long suppressedBounces,
            long complained,
            long opened,
            long openedByHuman,
            long clicked,
            long clickedByHuman,
            long unsubscribed,
            long rejected,
            long renderingFailed,
            long messageFaults,
            long autoReplied,
            double rate,

            @Schema(description = "its share of the account's rate, or its own limit if that is lower")
            double allowedRate,

            LimitView limit,
            @Nullable Instant endsAt,
            Instant asOf) {}

    @Get
    @Operation(operationId = "getCampaignStatistics", summary = "The books and the outcomes of a campaign, as of now")
    CampaignStatistics get(String id) {
        Campaign campaign = campaigns
                .find(Ids.checked("the campaign", id))
                .orElseThrow(() -> ProblemException.notFound("the campaign"));
        Counts counts = statistics.read(Scope.campaign(id), Bucket.TOTAL);
        Books books = Books.of(counts, campaign.state());
        Instant now = clock.instant();
        boolean sending = campaign.state() == CampaignState.SENDING;
        double rate = sending ? rates.rate(id, counts.of(Metric.ACCEPTED), now) : 0;
        AllowedRate allowed = allowedRates.of(campaign);
        return new CampaignStatistics(
                BooksView.of(books),
                counts.of(Metric.DELIVERED),
                counts.of(Metric.DELAYED),
                counts.of(Metric.BOUNCED_PERMANENT),
                counts.of(Metric.BOUNCED_TRANSIENT),
                counts.of(Metric.BOUNCED_UNDETERMINED),
                counts.of(Metric.SUPPRESSED_BOUNCES),
                counts.of(Metric.COMPLAINED),
                counts.of(Metric.OPENED),
                counts.of(Metric.OPENED_BY_HUMAN),
                counts.of(Metric.CLICKED),
                counts.of(Metric.CLICKED_BY_HUMAN),
                counts.of(Metric.UNSUBSCRIBED),
                counts.of(Metric.REJECTED),
                counts.of(Metric.RENDERING_FAILED),
                counts.of(Metric.MESSAGE_FAULTS),
                counts.of(Metric.AUTO_REPLIED),
                rate,
                allowed.perSecond(),
                LimitView.of(allowed),
                rate > 0 ? now.plus(Duration.ofSeconds((long) Math.ceil(books.waiting() / rate))) : null,
                now);
    }
}
