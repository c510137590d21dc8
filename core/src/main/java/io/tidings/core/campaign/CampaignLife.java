package io.tidings.core.campaign;

import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.Campaign.Schedule;
import io.tidings.core.campaign.Campaign.Step;
import io.tidings.core.campaign.CampaignState.Verb;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The marketer's verbs. Each is a conditional change: of two people who press at once, one is told what the other did. */
public final class CampaignLife {

    /** Who acts when no person does. */
    public static final String ITSELF = "Tidings";

    private static final Duration AFTER_A_CANCEL = Duration.ofSeconds(5);

    private final CampaignStore campaigns;
    private final TemplateStore templates;
    private final PlanQueue plan;
    private final InstantSource clock;

    public CampaignLife(CampaignStore campaigns, TemplateStore templates, PlanQueue plan, InstantSource clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.plan = plan;
        this.clock = clock;
    }

    public sealed interface Change {}

    public record Changed(Campaign campaign) implements Change {}

    /** Not in this state; the campaign tells which verbs it allows. */
    public record NotAllowed(Campaign campaign, Verb verb) implements Change {}

    public record NoSuchCampaign() implements Change {}

    /** What the campaign needs is not there, or what was asked for makes no sense. */
    public record Incomplete(String field, String message) implements Change {}

    public Change edit(String id, String by, Brief brief) {
        return change(id, Verb.EDIT, by, "edited", campaign -> campaign.edited(brief));
    }

    public Change launch(String id, String by) {
        Instant now = clock.instant();
        Change change = attempt(id, Verb.LAUNCH, by, "launched", draft -> launching(draft, by, now));
        if (change instanceof Changed(Campaign launched)) {
            plan.post(new PlanQueue.LaunchStep(id), launched.settings().hold());
        }
        return change;
    }

    /** Of the draft that is replaced, so that an edit in between cannot freeze one template's version for another. */
    private Change launching(Campaign draft, String by, Instant now) {
        Optional<Template> template = templates.find(draft.templateId());
        if (template.isEmpty()) {
            return new Incomplete("templateId", "the template does not exist any more; choose another one");
        }
        Duration hold = draft.settings().hold();
        Instant holdUntil = hold.isZero() ? null : now.plus(hold);
        return new Changed(draft.launching(new Launch(now, by, template.get().version(), holdUntil, null, null)));
    }

    /** @param local the date and time as clocks in {@code zone} will show it */
    public Change schedule(String id, String by, String local, String zone) {
        if (campaigns.find(id).isEmpty()) {
            return new NoSuchCampaign();
        }
        return switch (ScheduledTime.read(local, zone, clock.instant())) {
            case ScheduledTime.Invalid(String field, String message) -> new Incomplete(field, message);
            case ScheduledTime.Valid time ->
                change(
                        id,
                        Verb.SCHEDULE,
                        by,
                        "scheduled for " + time.local() + " " + time.zone().getId(),
                        campaign -> campaign.scheduled(new Schedule(time.local(), time.zone(), time.at(), by)));
        };
    }

    public Change unschedule(String id, String by) {
        return change(id, Verb.UNSCHEDULE, by, "unscheduled", Campaign::draftAgain);
    }

    /** Launches those whose time has come, also when it came while nobody was there to see it. */
    public void launchDue() {
        for (Campaign campaign : campaigns.due(clock.instant())) {
            Schedule schedule = campaign.schedule();
            if (campaign.state() == CampaignState.SCHEDULED && schedule != null) {
                launch(campaign, schedule);
            }
        }
    }

    /** Who scheduled it had the time until now to think better of it, so it is not held. */
    private void launch(Campaign campaign, Schedule schedule) {
        Instant now = clock.instant();
        Optional<Template> template = templates.find(campaign.templateId());
        Campaign next = template.isEmpty()
                ? campaign.draftAgain()
                        .noted(new Step(now, ITSELF, "not launched: the template does not exist any more"))
                : campaign.launching(
                                new Launch(now, schedule.by(), template.get().version()))
                        .noted(new Step(now, schedule.by(), "launched as scheduled"));
        // Only whoever still finds it scheduled launches it: so it is launched once.
        if (campaigns.replace(next) && template.isPresent()) {
            plan.post(new PlanQueue.LaunchStep(campaign.id()), Duration.ZERO);
        }
    }

    /** Nothing is planned as long as it is launching, so nobody was written to. */
    public Change takeBack(String id, String by) {
        return change(id, Verb.TAKE_BACK, by, "taken back", Campaign::draftAgain);
    }

    /** The account or the campaign itself gives the reason to stop. */
    public Change pause(String id, PauseReason reason) {
        return change(id, Verb.PAUSE, ITSELF, "paused: " + reason.what(), sending -> sending.paused(reason));
    }

    public Change pauseByHand(String id, String by) {
        return change(id, Verb.PAUSE, by, "paused", sending -> sending.paused(PauseReason.byHand(by, clock.instant())));
    }

    /** @param acknowledged the counts that the guard no longer judges, where somebody has seen them */
    public Change resume(String id, String by, @Nullable GuardBaseline acknowledged) {
        Campaign paused = campaigns.find(id).orElse(null);
        if (paused != null && acknowledged == null && needsAcknowledging(paused)) {
            return new Incomplete(
                    "acknowledge",
                    "must be true: its figures made it pause, so say that you have seen them; only what comes after is judged");
        }
        Change change = change(id, Verb.RESUME, by, "resumed", campaign -> {
            Campaign sending = campaign.sending();
            return acknowledged == null ? sending : sending.acknowledging(acknowledged);
        });
        if (change instanceof Changed) {
            plan.post(new PlanQueue.LaunchStep(id), Duration.ZERO);
        }
        return change;
    }

    private static boolean needsAcknowledging(Campaign campaign) {
        PauseReason pause = campaign.pause();
        return campaign.allowed().contains(Verb.RESUME)
                && pause != null
                && pause.kind().byGuard();
    }

    /** Stops the mail also while the queue cannot be reached; that is told once it has stopped. */
    public Change cancel(String id, String by) {
        List<RuntimeException> failures = new ArrayList<>();
        Change change = change(id, Verb.CANCEL, by, "cancelled", campaign -> {
            // Asked for before, so that no crash can come between: whoever may have been written to is looked after to
            // the end.
            try {
                plan.post(new PlanQueue.LaunchStep(id), AFTER_A_CANCEL);
            } catch (RuntimeException e) {
                failures.add(e);
            }
            return campaign.cancelled(clock.instant());
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return change;
    }

    /** @param perSecond nothing for as fast as the account and the other campaigns allow */
    public Change limitSpeed(String id, String by, @Nullable Double perSecond) {
        String what = perSecond == null ? "speed limit lifted" : "speed limited to " + perSecond + " messages a second";
        return change(id, Verb.SPEED, by, what, campaign -> campaign.limitedTo(perSecond));
    }

    public Change archive(String id, String by) {
        return change(id, Verb.ARCHIVE, by, "archived", campaign -> campaign.shelved(true));
    }

    public Change unarchive(String id, String by) {
        return change(id, Verb.UNARCHIVE, by, "brought back from the archive", campaign -> campaign.shelved(false));
    }

    /** A new draft with everything that was chosen for this one. */
    public Change duplicate(String id, String newId, String by) {
        Campaign campaign = campaigns.find(id).orElse(null);
        if (campaign == null) {
            return new NoSuchCampaign();
        }
        Instant now = clock.instant();
        Campaign copy = Campaign.draft(newId, campaign.brief().copy(), now)
                .noted(new Step(now, by, "copied from " + campaign.name()));
        campaigns.add(copy);
        return new Changed(copy);
    }

    private Change change(String id, Verb verb, String by, String what, UnaryOperator<Campaign> step) {
        return attempt(id, verb, by, what, campaign -> new Changed(step.apply(campaign)));
    }

    /** @param step the campaign as it is to be, or why it cannot be so; asked again when somebody else was faster */
    private Change attempt(String id, Verb verb, String by, String what, Function<Campaign, Change> step) {
        while (true) {
            Campaign campaign = campaigns.find(id).orElse(null);
            if (campaign == null) {
                return new NoSuchCampaign();
            }
            if (!campaign.allowed().contains(verb)) {
                return new NotAllowed(campaign, verb);
            }
            Change wanted = step.apply(campaign);
            if (!(wanted instanceof Changed(Campaign changed))) {
                return wanted;
            }
            Campaign next = changed.noted(new Step(clock.instant(), by, what));
            if (campaigns.replace(next)) {
                return new Changed(next);
            }
        }
    }
}
