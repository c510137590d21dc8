package io.tidings.core.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One template sent once to one audience by one sender. What matters to those who get it is frozen at launch.
 *
 * @param revision grows with every change, so that a change is a conditional write
 */
public record Campaign(
        String id,
        String name,
        String templateId,
        String audienceId,
        Sender sender,
        CampaignState state,
        Instant createdAt,
        @Nullable Launch launch,
        @Nullable String pauseReason,
        @Nullable Instant finishedAt,
        long revision) {

    /** What was frozen, when and by whom. Members who joined the audience later are not of this campaign. */
    public record Launch(Instant at, String by, int templateVersion) {}

    public static Campaign draft(
            String id, String name, String templateId, String audienceId, Sender sender, Instant now) {
        return new Campaign(id, name, templateId, audienceId, sender, CampaignState.DRAFT, now, null, null, null, 1);
    }

    public Campaign edited(String newName, String newTemplateId, String newAudienceId, Sender newSender) {
        return new Campaign(
                id,
                newName,
                newTemplateId,
                newAudienceId,
                newSender,
                state,
                createdAt,
                launch,
                pauseReason,
                finishedAt,
                revision + 1);
    }

    public Campaign launching(Launch frozen) {
        return changed(CampaignState.LAUNCHING, frozen, null, null);
    }

    public Campaign sending() {
        return changed(CampaignState.SENDING, launch, null, null);
    }

    public Campaign paused(String reason) {
        return changed(CampaignState.PAUSED, launch, reason, null);
    }

    public Campaign finished(Instant now) {
        return changed(CampaignState.FINISHED, launch, null, now);
    }

    public Campaign cancelled(Instant now) {
        return changed(CampaignState.CANCELLED, launch, null, now);
    }

    public Launch launched() {
        if (launch == null) {
            throw new IllegalStateException("campaign " + id + " was not launched");
        }
        return launch;
    }

    private Campaign changed(
            CampaignState to, @Nullable Launch frozen, @Nullable String reason, @Nullable Instant end) {
        return new Campaign(id, name, templateId, audienceId, sender, to, createdAt, frozen, reason, end, revision + 1);
    }
}
