package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason.Halt;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.Origin;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.pacing.Lane;
import io.tidings.core.pacing.Lead;
import io.tidings.core.pacing.Permit;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SpeedLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Hands mails to SES as fast as the pacer lets it, until all are handed over, the turn ends, or something speaks against going on. */
public final class HandOver {

    private static final Duration AFTER_THROTTLING = Duration.ofSeconds(2);
    /** The quota comes back bit by bit; asking more often would find no more of it. */
    private static final Duration AFTER_SPENT_QUOTA = Duration.ofMinutes(1);

    static final String QUOTA_SPENT = "the account's quota for 24 hours is spent; it goes on as the quota comes back";
    private static final String TURN_OVER = "its turn is over";
    private static final Duration NEXT_TURN = Duration.ZERO;

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    private final SendPacer pacer;
    private final SpeedLimits limits;
    private final MailTransport transport;
    private final RecentCampaigns campaigns;
    private final Pause pause;
    private final InstantSource clock;
    /** What a claim and composing take on a slow day. */
    private final Lead preparing = new Lead();

    public HandOver(
            SendPacer pacer,
            SpeedLimits limits,
            MailTransport transport,
            RecentCampaigns campaigns,
            Pause pause,
            InstantSource clock) {
        this.pacer = pacer;
        this.limits = limits;
        this.transport = transport;
        this.campaigns = campaigns;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * @param notAsked surely not handed over
     * @param delay how long to wait before going on with those
     * @param halted why nothing can be sent until a person acts
     * @param failure what kept it from going on, to be told once all this is recorded
     */
    public record Report(
            List<News> outcomes,
            List<RecipientId> notAsked,
            Duration delay,
            String why,
            @Nullable Halt halted,
            @Nullable RuntimeException failure) {}

    /**
     * Waits for the first permits before anybody is claimed: who waits for the quota is waiting, not unknown.
     *
     * @param stillFree asked after each wait: permits for a batch that another process took meanwhile would be wasted
     */
    public Permit first(Campaign campaign, int wanted, Instant turnEnds, BooleanSupplier stillFree)
            throws InterruptedException {
        Permit own = ownPermits(campaign, wanted);
        if (!(own instanceof Permit.Granted(int most, Instant _, Instant _))) {
            // A slow campaign does not keep a worker from the others.
            return own;
        }
        while (true) {
            Permit permit = pacer.reserve(Lane.CAMPAIGN, most, preparing.time());
            if (!(permit instanceof Permit.Later(Duration delay))
                    || clock.instant().plus(delay).isAfter(turnEnds)) {
                return permit;
            }
            pause.sleep(delay);
            if (!stillFree.getAsBoolean()) {
                return new Permit.Later(NEXT_TURN);
            }
        }
    }

    private Permit ownPermits(Campaign campaign, int wanted) {
        OptionalDouble limit = campaign.limitPerSecond();
        return limit.isPresent()
                ? limits.reserve(campaign.id(), limit.getAsDouble(), Math.min(wanted, pacer.mostAtOnce()))
                : Permit.Granted.atAnyTime(wanted);
    }

    /**
     * @param first permits for the first of the mails
     * @param place left as soon as there are permits for all
     */
    public Report run(
            Campaign campaign, List<Mail> mails, Permit.Granted first, Instant turnEnds, FrontOfLine.Place place) {
        Turn turn = new Turn(campaign);
        try {
            handAll(turn, mails, first, turnEnds, place);
        } catch (RuntimeException e) {
            // What SES has answered so far has to be recorded all the same, and whoever was not asked must not be
            // unknown.
            turn.fail(e);
        } catch (InterruptedException e) {
            turn.stop("this process ends", NEXT_TURN);
        }
        mails.subList(turn.next, mails.size()).forEach(turn::notAsked);
        return turn.report();
    }

    private void handAll(Turn turn, List<Mail> mails, Permit.Granted first, Instant turnEnds, FrontOfLine.Place place)
            throws InterruptedException {
        preparing.took(Duration.between(first.from(), clock.instant()));
        Permit permit = first;
        int own = 0;
        Instant looked = clock.instant();
        while (turn.next < mails.size() && turn.stop == null) {
            switch (permit) {
                case Permit.Granted granted -> {
                    pause.sleep(granted.untilUse(clock.instant()));
                    if (clock.instant().isAfter(turnEnds)) {
                        // However long that took: others may look after the batch soon.
                        turn.stop(TURN_OVER, NEXT_TURN);
                    } else if (granted.isTooLate(clock.instant())) {
                        // Given up; the campaign's own limit has nothing to do with it.
                        own += granted.count();
                    } else {
                        int end = Math.min(mails.size(), turn.next + granted.count());
                        turn.hand(mails.subList(turn.next, end));
                        turn.next = end;
                    }
                }
                case Permit.Later(Duration delay) -> {
                    if (clock.instant().plus(delay).isAfter(turnEnds)) {
                        turn.stop("waiting for its turn at the quota", NEXT_TURN);
                    } else {
                        pause.sleep(delay);
                    }
                }
                case Permit.QuotaSpent(Duration delay) -> turn.stop(QUOTA_SPENT, delay);
            }
            if (clock.instant().isAfter(looked.plus(SHORTEST_LOOK))) {
                looked = clock.instant();
                turn.stopUnlessSending();
            }
            if (clock.instant().isAfter(turnEnds)) {
                turn.stop(TURN_OVER, NEXT_TURN);
            }
            if (turn.next < mails.size() && turn.stop == null) {
                if (own == 0) {
                    permit = ownPermits(turn.campaign, mails.size() - turn.next);
                    own = permit instanceof Permit.Granted(int count, Instant _, Instant _) ? count : 0;
                }
                if (own > 0) {
                    permit = pacer.reserve(Lane.CAMPAIGN, Math.min(own, mails.size() - turn.next));
                    if (permit instanceof Permit.Granted(int count, Instant _, Instant _)) {
                        own -= count;
                        if (turn.next + count >= mails.size()) {
                            place.close();
                        }
                    }
                }
            }
        }
    }

    /** What has come of one worker's turn so far. */
    private final class Turn {
        private Campaign campaign;
        private int next;
        private final List<News> outcomes = new ArrayList<>();
        private final List<RecipientId> notAsked = new ArrayList<>();
        private @Nullable String stop;
        private @Nullable Halt halted;
        private @Nullable RuntimeException failure;
        private Duration delay = NEXT_TURN;

        Turn(Campaign campaign) {
            this.campaign = campaign;
        }

        void hand(List<Mail> mails) {
            List<SendOutcome> answers;
            try {
                answers = transport.send(mails);
            } catch (RuntimeException e) {
                // How far it came nobody knows, so they stay unknown.
                fail(e);
                return;
            }
            for (int i = 0; i < mails.size(); i++) {
                take(mails.get(i), answers.get(i));
            }
            if (answers.stream().anyMatch(SendOutcome.Throttled.class::isInstance)) {
                pacer.throttled();
            }
        }

        private void take(Mail mail, SendOutcome answer) {
            switch (answer) {
                case SendOutcome.Accepted(String id) -> record(mail, FactKind.ACCEPTED, id);
                case SendOutcome.Refused(String why) -> record(mail, FactKind.REFUSED, why);
                case SendOutcome.RefusedForNow(String why) -> record(mail, FactKind.REFUSED_FOR_NOW, why);
                case SendOutcome.Unknown(String why) -> stop("SES did not answer: " + why, NEXT_TURN);
                case SendOutcome.Throttled(String why) -> giveBack(mail, why);
                case SendOutcome.NotReached(String why) -> giveBack(mail, why);
                case SendOutcome.QuotaSpent(String _) -> {
                    notAsked(mail);
                    stop(QUOTA_SPENT, AFTER_SPENT_QUOTA);
                }
                case SendOutcome.Halted(PauseKind kind, String why) -> {
                    notAsked(mail);
                    halted = new Halt(kind, why);
                    stop(why, AFTER_THROTTLING);
                }
            }
        }

        private void giveBack(Mail mail, String why) {
            notAsked(mail);
            stop(why, AFTER_THROTTLING);
        }

        private void record(Mail mail, FactKind kind, String detail) {
            outcomes.add(new News(
                    mail.to(),
                    new Origin.OfCampaign(campaign.id()),
                    campaign.templateId(),
                    campaign.topic(),
                    List.of(Fact.of(kind, clock.instant(), detail))));
        }

        void notAsked(Mail mail) {
            notAsked.add(mail.to().recipientId());
        }

        void stop(String why, Duration wait) {
            if (stop == null) {
                stop = why;
                delay = wait;
            }
        }

        void fail(RuntimeException why) {
            failure = why;
            stop("it failed: " + why, AFTER_THROTTLING);
        }

        void stopUnlessSending() {
            Optional<Campaign> now = campaigns.sending(campaign.id());
            if (now.isPresent()) {
                campaign = now.get();
            } else {
                stop("the campaign is no longer sending", NEXT_TURN);
            }
        }

        Report report() {
            return new Report(outcomes, notAsked, delay, stop == null ? "" : stop, halted, failure);
        }
    }
}
