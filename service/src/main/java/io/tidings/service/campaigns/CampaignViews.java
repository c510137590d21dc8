package io.tidings.service.campaigns;

import io.tidings.core.audience.Audience;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.campaign.Books;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateStore;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign with the names of what it uses and its books. */
@Singleton
class CampaignViews {

    private final TemplateStore templates;
    private final AudienceStore audiences;
    private final StatisticsStore statistics;

    CampaignViews(TemplateStore templates, AudienceStore audiences, StatisticsStore statistics) {
        this.templates = templates;
        this.audiences = audiences;
        this.statistics = statistics;
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

    static List<String> allowed(Campaign campaign) {
        return campaign.state().allowed().stream()
                .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private CampaignView of(Campaign campaign, Map<String, String> names) {
        String template = names.computeIfAbsent(
                "template " + campaign.templateId(),
                _ -> templates.find(campaign.templateId()).map(Template::name).orElse("(gone)"));
        String audience = names.computeIfAbsent(
                "audience " + campaign.audienceId(),
                _ -> audiences.find(campaign.audienceId()).map(Audience::name).orElse("(gone)"));
        @Nullable Launch launch = campaign.launch();
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
                campaign.state().name().toLowerCase(Locale.ROOT),
                campaign.pauseReason(),
                campaign.createdAt(),
                launch == null ? null : launch.at(),
                campaign.finishedAt(),
                launch == null ? null : launch.by(),
                allowed(campaign),
                BooksView.of(books(campaign)));
    }
}
