package io.tidings.core.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One template sent once to one audience by one sender. What matters to those who get it is frozen at launch.
 *
 * @param history who did what, oldest first; the last {@link #MOST_HISTORY} steps
 * @param revision grows with every change, so that a change is a conditional write
 */
public record Campaign(
        String id,
        Brief brief,
        CampaignState state,
        Instant createdAt,
        @Nullable Schedule schedule,
        @Nullable Launch launch,
        @Nullable String pauseReason,
        @Nullable Instant finishedAt,
        boolean archived,
        List<Step> history,
        long revision) {

    public static final int MOST_HISTORY = 50;

    /** When it is to be launched: what the marketer said, which instant that is, and in whose name the launch will be. */
    public record Schedule(LocalDateTime local, ZoneId zone, Instant at, String by) {}

    /**
     * What was frozen, when and by whom.
     *
     * @param holdUntil nothing is planned before; the launch can be taken back whole
     * @param spreadPerSecond the rate at which the audience lasts for as long as it is to be spread over
     */
    public record Launch(
            Instant at,
            String by,
            int templateVersion,
            @Nullable Instant holdUntil,
            @Nullable Double spreadPerSecond,
            @Nullable Retry retry) {

        public Launch(Instant at, String by, int templateVersion) {
            this(at, by, templateVersion, null, null, null);
        }

        /** Members who joined the audience later are not of this campaign. */
        public Instant membersUntil() {
            return retry == null ? at : retry.membersUntil();
        }

        Launch spreadAt(@Nullable Double perSecond) {
            return new Launch(at, by, templateVersion, holdUntil, perSecond, retry);
        }

        Launch retrying(Retry next) {
            return new Launch(at, by, templateVersion, holdUntil, spreadPerSecond, next);
        }
    }

    /**
     * The latest sending to those who were missed.
     *
     * @param unknown whether those left unknown are asked for again, who may get it twice
     * @param membersBefore those who joined after this instant
     * @param membersUntil and by this one are of the campaign from now on
     */
    public record Retry(
            int round, Instant at, String by, boolean unknown, Instant membersBefore, Instant membersUntil) {}

    /** Something that was done to the campaign. */
    public record Step(Instant at, String by, String what) {}

    public Campaign {
        history = List.copyOf(history);
    }

    public static Campaign draft(String id, Brief brief, Instant now) {
        return new Campaign(id, brief, CampaignState.DRAFT, now, null, null, null, null, false, List.of(), 1);
    }

    public String name() {
        return brief.name();
    }

    public String templateId() {
        return brief.templateId();
    }

    public String audienceId() {
        return brief.audienceId();
    }

    public Sender sender() {
        return brief.sender();
    }

    public String topic() {
        return brief.topic();
    }

    public Settings settings() {
        return brief.settings();
    }

    public Campaign edited(Brief changed) {
        return next(changed, state, schedule, launch, pauseReason, finishedAt, archived);
    }

    public Campaign launching(Launch frozen) {
        return next(brief, CampaignState.LAUNCHING, null, frozen, null, null, archived);
    }

    public Campaign sending() {
        return next(brief, CampaignState.SENDING, schedule, launch, null, null, archived);
    }

    public Campaign paused(String reason) {
        return next(brief, CampaignState.PAUSED, schedule, launch, reason, null, archived);
    }

    public Campaign finished(Instant now) {
        return next(brief, CampaignState.FINISHED, schedule, launch, null, now, archived);
    }

    public Campaign cancelled(Instant now) {
        return next(brief, CampaignState.CANCELLED, schedule, launch, null, now, archived);
    }

    public Launch launched() {
        if (launch == null) {
            throw new IllegalStateException("campaign " + id + " was not launched");
        }
        return launch;
    }

    /** The same change, with who did it. */
    public Campaign noted(Step step) {
        List<Step> longer = new ArrayList<>(history);
        longer.add(step);
        List<Step> last = longer.subList(Math.max(0, longer.size() - MOST_HISTORY), longer.size());
        return new Campaign(
                id, brief, state, createdAt, schedule, launch, pauseReason, finishedAt, archived, last, revision);
    }

    private Campaign next(
            Brief nextBrief,
            CampaignState to,
            @Nullable Schedule nextSchedule,
            @Nullable Launch frozen,
            @Nullable String reason,
            @Nullable Instant end,
            boolean away) {
        return new Campaign(
                id, nextBrief, to, createdAt, nextSchedule, frozen, reason, end, away, history, revision + 1);
    }
}
