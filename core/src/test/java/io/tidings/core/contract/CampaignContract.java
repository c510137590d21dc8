package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Campaign;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import org.junit.jupiter.api.Test;

public abstract class CampaignContract {

    protected abstract Ports ports();

    @Test
    void aCampaignComesBackAsItWasStored() {
        Campaign draft = Samples.draft();
        ports().campaigns().add(draft);
        assertThat(ports().campaigns().find(draft.id())).contains(draft);

        Campaign paused = draft.launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 3))
                .paused("the bounce rate is too high");
        Campaign stored = new Campaign(
                paused.id(),
                paused.name(),
                paused.templateId(),
                paused.audienceId(),
                paused.sender(),
                paused.state(),
                paused.createdAt(),
                paused.launch(),
                paused.pauseReason(),
                paused.finishedAt(),
                2);
        assertThat(ports().campaigns().replace(stored)).isTrue();
        assertThat(ports().campaigns().find(draft.id())).contains(stored);
        assertThat(ports().campaigns().list()).contains(stored);
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
