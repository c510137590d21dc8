package io.tidings.core.alarm;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A campaign was paused by the guard, or by a fault of the account. Those that somebody paused stand still because he wants it. */
public final class PausedCampaignAlarms implements AlarmSource {

    /** The newest; who pauses more than these knows of it. */
    private static final int MOST = 50;

    private final CampaignStore campaigns;

    public PausedCampaignAlarms(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.PAUSED_CAMPAIGN;
    }

    @Override
    public List<Alarm> look(Instant now, List<Alarm> open) {
        return campaigns.list(false, CampaignState.PAUSED, null, MOST).items().stream()
                .flatMap(campaign -> alarm(campaign, now))
                .toList();
    }

    private Stream<Alarm> alarm(Campaign campaign, Instant now) {
        PauseReason reason = campaign.pause();
        if (reason == null
                || reason.kind() == PauseKind.BY_HAND
                || reason.kind().resumesByItself()) {
            return Stream.empty();
        }
        return Stream.of(new Alarm(
                kind(),
                campaign.id(),
                Objects.requireNonNullElse(reason.since(), now),
                "“" + campaign.brief().name() + "” is paused. " + reason.what(),
                reason.kind().todo(),
                "/campaigns/" + campaign.id()));
    }
}
