package io.tidings.core.alarm;

import io.tidings.core.audience.Audience;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.ledger.Batch;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** SES did not say what became of messages, and they are not sent again either although it is time. */
public final class UnknownMessageAlarms implements AlarmSource {

    /** Of one shard; the open batches of a shard are few. */
    private static final int MOST_BATCHES = 20;

    private final CampaignStore campaigns;
    private final StatisticsStore statistics;
    private final BatchStore batches;
    private final Duration limit;

    public UnknownMessageAlarms(
            CampaignStore campaigns, StatisticsStore statistics, BatchStore batches, SendSettings settings) {
        this.campaigns = campaigns;
        this.statistics = statistics;
        this.batches = batches;
        // On a busy system reports may be in somebody's hands for that long; and whoever is asked again may be unknown
        // again.
        this.limit =
                settings.grace().multipliedBy(2).plus(settings.longestTries()).plus(settings.lease());
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.UNKNOWN_MESSAGES;
    }

    @Override
    public List<Alarm> look(Instant now, List<Alarm> open) {
        List<Alarm> alarms = new ArrayList<>();
        for (Campaign campaign : campaigns.underWay()) {
            Books books = Books.of(statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL), campaign.state());
            if (books.unknown() > 0) {
                look(campaign, now, alarms);
            }
        }
        return alarms;
    }

    private void look(Campaign campaign, Instant now, List<Alarm> alarms) {
        List<Batch> late = IntStream.range(0, Audience.SHARDS)
                .boxed()
                .flatMap(shard -> batches.open(campaign.id(), shard, MOST_BATCHES).stream())
                .filter(batch -> !batch.unknown().isEmpty() && late(batch, now))
                .toList();
        if (!late.isEmpty()) {
            long people =
                    late.stream().mapToLong(batch -> batch.unknown().size()).sum();
            alarms.add(new Alarm(
                    kind(),
                    campaign.id(),
                    now,
                    "It is not known what became of " + people + " messages of “"
                            + campaign.brief().name() + "”, for longer than the grace period.",
                    "Look whether the bounce processor and the service run. Reports that lie unread keep such messages from"
                            + " being sent again.",
                    "/campaigns/" + campaign.id()));
        }
    }

    private boolean late(Batch batch, Instant now) {
        Instant askedAt = batch.askedAt();
        return askedAt != null && askedAt.plus(limit).isBefore(now);
    }
}
