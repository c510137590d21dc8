package io.tidings.service.campaigns;

import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.sending.AllowedRate;
import io.tidings.core.sending.AllowedRates;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One look at a campaign: a read of its counters, and what is remembered for all who look. */
@Singleton
public class ProgressReader {

    private final CampaignViews views;
    private final AllowedRates allowedRates;
    private final RateMeter rates;
    private final InstantSource clock;

    ProgressReader(CampaignViews views, AllowedRates allowedRates, RateMeter rates, InstantSource clock) {
        this.views = views;
        this.allowedRates = allowedRates;
        this.rates = rates;
        this.clock = clock;
    }

    public Progress read(Campaign campaign) {
        Books books = views.books(campaign);
        Instant now = clock.instant();
        boolean sending = campaign.state() == CampaignState.SENDING;
        double rate = sending ? rates.rate(campaign.id(), books.accepted(), now) : 0;
        AllowedRate allowed = allowedRates.of(campaign);
        return new Progress(
                campaign.id(),
                campaign.name(),
                CampaignViews.nameOf(campaign.state()),
                books.accepted(),
                rate,
                allowed.perSecond(),
                LimitView.of(allowed),
                rate > 0 ? now.plus(Duration.ofSeconds((long) Math.ceil(books.waiting() / rate))) : null,
                BooksView.of(books),
                PauseView.of(campaign.pause()),
                PauseView.of(views.waitsFor(campaign)),
                now);
    }
}
