package io.tidings.core.alarm;

import io.tidings.core.campaign.Reputation;
import io.tidings.core.campaign.Reputation.Share;
import io.tidings.core.statistics.StatisticsStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The account's mail of a day comes near the rates at which SES acts. */
public final class ReputationAlarms implements AlarmSource {

    private final StatisticsStore statistics;

    public ReputationAlarms(StatisticsStore statistics) {
        this.statistics = statistics;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.REPUTATION;
    }

    @Override
    public List<Alarm> look(Instant now, List<Alarm> open) {
        Reputation reputation = Reputation.ofLastDay(statistics, now);
        return Stream.concat(
                        alarm("bounces", reputation.bounces(), now), alarm("complaints", reputation.complaints(), now))
                .toList();
    }

    private Stream<Alarm> alarm(String subject, Share share, Instant now) {
        return share.level() == Reputation.Level.GOOD
                ? Stream.empty()
                : Stream.of(new Alarm(
                        kind(),
                        subject,
                        now,
                        share.words(),
                        "Find the campaign that causes it, and pause it; look where its addresses come from.",
                        "/statistics"));
    }
}
