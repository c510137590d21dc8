package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class CampaignContract {

    protected abstract Ports ports();

    @Test
    void aCampaignComesBackAsItWasStored() {
        Campaign draft = Samples.draft();
        ports().campaigns().add(draft);
        assertThat(ports().campaigns().find(draft.id())).contains(draft);

        Campaign.Retry retry = new Campaign.Retry(
                2, Samples.NOON.plusSeconds(9), "bo@example.com", true, Samples.NOON, Samples.NOON.plusSeconds(9));
        Campaign stored = new Campaign(
                draft.id(),
                new Brief(
                        "Spring",
                        draft.templateId(),
                        draft.audienceId(),
                        Samples.SENDER,
                        "product-news",
                        new Settings(
                                UnknownPolicy.LEAVE,
                                Duration.ofMinutes(5),
                                0.5,
                                30,
                                Duration.ofHours(6),
                                new GuardLimits(0.02, 0.0005, 500L))),
                CampaignState.PAUSED,
                draft.createdAt(),
                new Campaign.Schedule(
                        LocalDateTime.parse("2026-03-02T09:00"),
                        ZoneId.of("Europe/Vienna"),
                        Instant.parse("2026-03-02T08:00:00Z"),
                        "ana@example.com"),
                new Campaign.Launch(Samples.NOON, "ana@example.com", 3, Samples.NOON.plusSeconds(300), 12.5, retry),
                "the bounce rate is too high",
                Samples.NOON.plusSeconds(7),
                true,
                List.of(new Campaign.Step(Samples.NOON, "ana@example.com", "launch")),
                2);
        assertThat(ports().campaigns().replace(stored)).isTrue();
        assertThat(ports().campaigns().find(draft.id())).contains(stored);
    }

    @Test
    void ofTwoChangesToOneRevisionTheSecondFails() {
        Campaign draft = Samples.draft();
        ports().campaigns().add(draft);
        Campaign.Launch launch = new Campaign.Launch(Samples.NOON, "ana@example.com", 1);

        assertThat(ports().campaigns().replace(draft.launching(launch))).isTrue();
        assertThat(ports().campaigns().replace(draft.cancelled(Samples.NOON))).isFalse();
        assertThat(ports().campaigns().find(draft.id())).contains(draft.launching(launch));
    }

    @Test
    void underWayAreThoseThatWorkersHaveToLookAfter() {
        Campaign draft = Samples.draft();
        ports().campaigns().add(draft);
        assertThat(ports().campaigns().underWay()).doesNotContain(draft);

        Campaign launching = draft.launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));
        ports().campaigns().replace(launching);
        ports().campaigns().replace(launching.sending());
        assertThat(ports().campaigns().underWay()).contains(launching.sending());

        ports().campaigns().replace(launching.sending().finished(Samples.NOON));
        assertThat(ports().campaigns().underWay()).extracting(Campaign::id).doesNotContain(draft.id());
        assertThat(ports().campaigns().list()).extracting(Campaign::id).contains(draft.id());
    }

    @Test
    void aVersionOfATemplateIsStoredOnceAndStays() {
        Template first = Samples.template();
        Template second =
                first.next("Summer", new TemplateContent("Hi", "<p>Hi</p>", "Hi"), Samples.NOON.plusSeconds(1));
        assertThat(ports().templates().add(first)).isTrue();
        assertThat(ports().templates().add(first)).isFalse();
        assertThat(ports().templates().add(second)).isTrue();
        assertThat(ports().templates().add(first.next("Other", first.content(), Samples.NOON)))
                .isFalse();

        assertThat(ports().templates().find(first.id())).contains(second);
        assertThat(ports().templates().find(first.id(), 1)).contains(first);
        assertThat(ports().templates().find(first.id(), 2)).contains(second);
        assertThat(ports().templates().find(first.id(), 3)).isEmpty();
        assertThat(ports().templates().list()).contains(second).doesNotContain(first);
    }
}
