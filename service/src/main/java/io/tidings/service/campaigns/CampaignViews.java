package io.tidings.service.campaigns;

import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.CampaignLife.Change;
import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignLife.NoSuchCampaign;
import io.tidings.core.campaign.CampaignLife.NotAllowed;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.CampaignState.Verb;
import io.tidings.core.campaign.GuardBaseline;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A campaign with the names of what it uses and its books. */
@Singleton
class CampaignViews {

    private final TemplateStore templates;
    private final AudienceStore audiences;
    private final StatisticsStore statistics;
    private final QuotaSource quotas;
    private final TidingsSettings settings;

    CampaignViews(
            TemplateStore templates,
            AudienceStore audiences,
            StatisticsStore statistics,
            QuotaSource quotas,
            TidingsSettings settings) {
        this.templates = templates;
        this.audiences = audiences;
        this.statistics = statistics;
        this.quotas = quotas;
        this.settings = settings;
    }

    CampaignView of(Campaign campaign) {
        return of(campaign, new HashMap<>());
    }

    List<CampaignView> of(List<Campaign> campaigns) {
        Map<String, String> names = new HashMap<>();
        return campaigns.stream().map(campaign -> of(campaign, names)).toList();
    }

    Books books(Campaign campaign) {
        return Books.of(statistics.read(Scope.campaign(campaign.id()), Bucket.TOTAL), campaign.state());
    }

    /** What the guard would judge the campaign by. */
    GuardBaseline known(String campaignId) {
        return GuardBaseline.of(statistics.read(Scope.campaign(campaignId), Bucket.TOTAL));
    }

    /** The campaign as the change left it, or the problem that kept it from being changed. */
    CampaignView done(Change change) {
        return switch (change) {
            case Changed(Campaign campaign) -> of(campaign);
            case NoSuchCampaign() -> throw ProblemException.notFound("the campaign");
            case Incomplete(String field, String message) -> throw ProblemException.invalid(field, message);
            case NotAllowed(Campaign campaign, Verb verb) -> {
                String state = campaign.archived() ? "archived" : nameOf(campaign.state());
                throw ProblemException.notAllowed(
                        "a campaign that is " + state + " cannot be told to "
                                + verb.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        nameOf(campaign.state()),
                        allowed(campaign));
            }
        };
    }

    static String nameOf(CampaignState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> allowed(Campaign campaign) {
        return campaign.allowed().stream().map(CampaignViews::nameOf).toList();
    }

    private static String nameOf(Verb verb) {
        return switch (verb) {
            case TAKE_BACK -> "takeBack";
            case RETRY_MISSED -> "retryMissed";
            default -> verb.name().toLowerCase(Locale.ROOT);
        };
    }

    private CampaignView of(Campaign campaign, Map<String, String> names) {
        String template = names.computeIfAbsent(
                "template " + campaign.templateId(),
                _ -> templates.find(campaign.templateId()).map(Template::name).orElse("(gone)"));
        String audience = names.computeIfAbsent(
                "audience " + campaign.audienceId(),
                _ -> audiences.find(campaign.audienceId()).map(Audience::name).orElse("(gone)"));
        @Nullable Launch launch = campaign.launch();
        @Nullable PauseReason pause = campaign.pause();
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.templateId(),
                template,
                launch == null ? null : launch.templateVersion(),
                campaign.audienceId(),
                audience,
                new SenderView(
                        campaign.sender().name(), campaign.sender().address().toString()),
                campaign.topic(),
                SettingsView.of(campaign.settings()),
                nameOf(campaign.state()),
                campaign.archived(),
                pause == null ? null : pause.what(),
                PauseView.of(pause),
                PauseView.of(waitsFor(campaign)),
                campaign.createdAt(),
                ScheduleView.of(campaign.schedule()),
                launch == null ? null : launch.at(),
                launch == null ? null : launch.holdUntil(),
                campaign.finishedAt(),
                launch == null ? null : launch.by(),
                boxed(campaign.limitPerSecond()),
                allowed(campaign),
                campaign.history().stream().map(StepView::of).toList(),
                BooksView.of(books(campaign)));
    }

    /** Without any quota left, or any known, a campaign stays what it is, sending: it needs nobody to go on. */
    @Nullable
    PauseReason waitsFor(Campaign campaign) {
        if (campaign.state() != CampaignState.SENDING) {
            return null;
        }
        try {
            return quotas.current().leftForCampaigns(settings.notificationShare()) < 1
                    ? new PauseReason(PauseKind.DAILY_QUOTA_SPENT, null, null, null)
                    : null;
        } catch (QuotaUnknown e) {
            return new PauseReason(
                    e.refused() ? PauseKind.CREDENTIALS_REFUSED : PauseKind.QUOTA_UNKNOWN, e.getMessage(), null, null);
        }
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
