package io.tidings.core.campaign;

import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.CampaignState.Verb;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The marketer's verbs. Each is a conditional change: of two people who press at once, one is told what the other did. */
public final class CampaignLife {

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

    /** What the campaign needs is not there. */
    public record Incomplete(String field, String message) implements Change {}

    public Change edit(String id, Brief brief) {
        return change(id, Verb.EDIT, campaign -> campaign.edited(brief));
    }

    public Change launch(String id, String by) {
        Campaign campaign = campaigns.find(id).orElse(null);
        if (campaign == null) {
            return new NoSuchCampaign();
        }
        Optional<Template> template = templates.find(campaign.templateId());
        if (template.isEmpty()) {
            return new Incomplete("templateId", "the template does not exist any more; choose another one");
        }
        Launch frozen = new Launch(clock.instant(), by, template.get().version());
        Change change = change(id, Verb.LAUNCH, draft -> draft.launching(frozen));
        if (change instanceof Changed) {
            plan.post(new PlanQueue.LaunchStep(id), Duration.ZERO);
        }
        return change;
    }

    public Change pause(String id, @Nullable String reason) {
        return change(id, Verb.PAUSE, sending -> sending.paused(reason == null ? "paused by hand" : reason));
    }

    public Change resume(String id) {
        Change change = change(id, Verb.RESUME, Campaign::sending);
        if (change instanceof Changed) {
            plan.post(new PlanQueue.LaunchStep(id), Duration.ZERO);
        }
        return change;
    }

    public Change cancel(String id) {
        return change(id, Verb.CANCEL, campaign -> campaign.cancelled(clock.instant()));
    }

    private Change change(String id, Verb verb, UnaryOperator<Campaign> step) {
        while (true) {
            Campaign campaign = campaigns.find(id).orElse(null);
            if (campaign == null) {
                return new NoSuchCampaign();
            }
            if (!campaign.state().allowed().contains(verb)) {
                return new NotAllowed(campaign, verb);
            }
            Campaign next = step.apply(campaign);
            if (campaigns.replace(next)) {
                return new Changed(next);
            }
        }
    }
}
