package io.tidings.core.campaign;

import io.tidings.core.campaign.CampaignState.Verb;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One template sent once to one audience by one sender. What matters to those who get it is frozen at launch.
 *
 * @param acknowledged what the guard no longer judges, because a person resumed the campaign knowing of it
 * @param history who did what, oldest first; the last {@link #MOST_HISTORY} steps
 * @param untold the states it came into that nobody was told of yet, oldest first; as many at most
 * @param revision grows with every change, so that a change is a conditional write
 */
public record Campaign(
        String id,
        Brief brief,
        CampaignState state,
        Instant createdAt,
        @Nullable Schedule schedule,
        @Nullable Launch launch,
        @Nullable PauseReason pause,
        @Nullable GuardBaseline acknowledged,
        @Nullable Instant finishedAt,
        boolean archived,
        List<Step> history,
        List<Passage> untold,
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

    /** It came into a state, and at which revision that was. */
    public record Passage(CampaignState state, Instant at, long revision) {}

    public Campaign {
        history = List.copyOf(history);
        untold = List.copyOf(untold);
    }

    public static Campaign draft(String id, Brief brief, Instant now) {
        return new Campaign(
                id, brief, CampaignState.DRAFT, now, null, null, null, null, null, false, List.of(), List.of(), 1);
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
        return next(changed, state, schedule, launch, pause, finishedAt, archived);
    }

    public Campaign scheduled(Schedule when) {
        return next(brief, CampaignState.SCHEDULED, when, null, null, null, archived);
    }

    /** As it was before it was scheduled or launched. */
    public Campaign draftAgain() {
        return next(brief, CampaignState.DRAFT, null, null, null, null, archived);
    }

    public Campaign launching(Launch frozen) {
        return next(brief, CampaignState.LAUNCHING, schedule, frozen, null, null, archived);
    }

    /** @param perSecond the rate at which the audience lasts for as long as it is to be spread over */
    public Campaign sendingSpread(@Nullable Double perSecond) {
        return next(brief, CampaignState.SENDING, schedule, launched().spreadAt(perSecond), null, null, archived);
    }

    public Campaign retrying(Retry retry) {
        return next(brief, CampaignState.SENDING, schedule, launched().retrying(retry), null, null, archived);
    }

    public Campaign sending() {
        return next(brief, CampaignState.SENDING, schedule, launch, null, null, archived);
    }

    public Campaign paused(PauseReason reason) {
        return next(brief, CampaignState.PAUSED, schedule, launch, reason, null, archived);
    }

    /** What is known so far no longer speaks against it. */
    public Campaign acknowledging(GuardBaseline known) {
        return new Campaign(
                id,
                brief,
                state,
                createdAt,
                schedule,
                launch,
                pause,
                known,
                finishedAt,
                archived,
                history,
                untold,
                revision);
    }

    public Campaign finished(Instant now) {
        return next(brief, CampaignState.FINISHED, schedule, launch, null, now, archived);
    }

    public Campaign cancelled(Instant now) {
        return next(brief, CampaignState.CANCELLED, schedule, launch, null, now, archived);
    }

    public Campaign shelved(boolean away) {
        return next(brief, state, schedule, launch, pause, finishedAt, away);
    }

    /** Who sets a speed by hand no longer wants the one that spreading would give. */
    public Campaign limitedTo(@Nullable Double perSecond) {
        return next(
                brief.with(brief.settings().limitedTo(perSecond)),
                state,
                schedule,
                launch == null ? null : launch.spreadAt(null),
                pause,
                finishedAt,
                archived);
    }

    /** How many messages a second it may send at most, whatever the account allows. */
    public OptionalDouble limitPerSecond() {
        return Stream.of(settings().perSecond(), launch == null ? null : launch.spreadPerSecond())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min();
    }

    /** What may be done with it now. */
    public Set<Verb> allowed() {
        return archived ? EnumSet.of(Verb.UNARCHIVE) : state.allowed();
    }

    public Launch launched() {
        if (launch == null) {
            throw new IllegalStateException("campaign " + id + " was not launched");
        }
        return launch;
    }

    /** The same change, with who did it. */
    public Campaign noted(Step step) {
        List<Passage> dated = untold.stream()
                .map(passage ->
                        passage.revision() == revision ? new Passage(passage.state(), step.at(), revision) : passage)
                .toList();
        return new Campaign(
                id,
                brief,
                state,
                createdAt,
                schedule,
                launch,
                pause,
                acknowledged,
                finishedAt,
                archived,
                withLast(history, step),
                dated,
                revision);
    }

    /** As the store keeps it once everybody was told; no change of the campaign, so of the same revision. */
    public Campaign toldOfAll() {
        return new Campaign(
                id,
                brief,
                state,
                createdAt,
                schedule,
                launch,
                pause,
                acknowledged,
                finishedAt,
                archived,
                history,
                List.of(),
                revision);
    }

    private static <T> List<T> withLast(List<T> all, T one) {
        List<T> longer = new ArrayList<>(all);
        longer.add(one);
        return longer.subList(Math.max(0, longer.size() - MOST_HISTORY), longer.size());
    }

    private Campaign next(
            Brief nextBrief,
            CampaignState to,
            @Nullable Schedule nextSchedule,
            @Nullable Launch frozen,
            @Nullable PauseReason reason,
            @Nullable Instant end,
            boolean away) {
        return new Campaign(
                id,
                nextBrief,
                to,
                createdAt,
                nextSchedule,
                frozen,
                reason,
                acknowledged,
                end,
                away,
                history,
                to == state ? untold : withLast(untold, new Passage(to, cameAbout(frozen), revision + 1)),
                revision + 1);
    }

    /** Whoever notes who did it also tells when; what happens by itself follows from the launch. */
    private Instant cameAbout(@Nullable Launch frozen) {
        if (frozen == null) {
            return createdAt;
        }
        return frozen.holdUntil() == null ? frozen.at() : frozen.holdUntil();
    }
}
