package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.GuardBaseline;
import io.tidings.core.campaign.GuardEvidence;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
                new PauseReason(
                        PauseKind.TOO_MANY_BOUNCES,
                        "40 of 500",
                        Samples.NOON.plusSeconds(6),
                        new GuardEvidence(
                                PauseKind.TOO_MANY_BOUNCES,
                                40,
                                500,
                                0.054,
                                0.04,
                                1_000,
                                List.of(new GuardEvidence.DomainCount("example.com", 31)),
                                List.of(new GuardEvidence.Example("bo@example.com", "no such user")))),
                new GuardBaseline(1_000, 80, 1),
                Samples.NOON.plusSeconds(7),
                true,
                List.of(new Campaign.Step(Samples.NOON, "ana@example.com", "launch")),
                List.of(new Campaign.Passage(CampaignState.SENDING, Samples.NOON, 1)),
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
    }

    @Test
    void dueAreThoseWhoseTimeHasCome() {
        Campaign draft = Samples.draft();
        ports().campaigns().add(draft);
        Instant at = Samples.NOON.plusSeconds(60);
        Campaign scheduled = draft.scheduled(new Campaign.Schedule(
                LocalDateTime.parse("2026-03-01T13:01"), ZoneId.of("Europe/Vienna"), at, "ana@example.com"));
        ports().campaigns().replace(scheduled);
        assertThat(ports().campaigns().due(at.minusMillis(1))).doesNotContain(scheduled);
        assertThat(ports().campaigns().due(at)).contains(scheduled);
        assertThat(ports().campaigns().due(at.plusMillis(1))).contains(scheduled);
        assertThat(ports().campaigns().underWay()).doesNotContain(scheduled);

        ports().campaigns().replace(scheduled.launching(new Campaign.Launch(at, "ana@example.com", 1)));
        assertThat(ports().campaigns().due(at)).extracting(Campaign::id).doesNotContain(draft.id());
    }

    @Test
    void theListIsPagedNewestFirstAndHidesWhatIsArchived() {
        Instant future = Instant.parse("2090-01-01T00:00:00Z")
                .plusSeconds(ThreadLocalRandom.current().nextInt(1 << 30));
        List<Campaign> made = IntStream.range(0, 7)
                .mapToObj(i -> Campaign.draft(Samples.id(), Samples.draft().brief(), future.plusMillis(i)))
                .toList();
        made.forEach(ports().campaigns()::add);
        Campaign archived = made.get(3).shelved(true);
        ports().campaigns().replace(archived);
        Campaign cancelled = made.get(5).cancelled(Samples.NOON);
        ports().campaigns().replace(cancelled);

        assertThat(listed(false, null))
                .containsSubsequence(
                        Stream.of(6, 5, 4, 2, 1, 0).map(i -> made.get(i).id()).toList())
                .doesNotContain(archived.id());
        assertThat(listed(true, null)).contains(archived.id()).doesNotContain(cancelled.id());
        assertThat(listed(false, CampaignState.CANCELLED))
                .contains(cancelled.id())
                .doesNotContain(made.get(6).id());
    }

    private List<String> listed(boolean archived, @Nullable CampaignState state) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Campaign> page = ports().campaigns().list(archived, state, cursor, 3);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            page.items().forEach(campaign -> ids.add(campaign.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
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
