package io.tidings.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.core.campaign.CampaignLife.Changed;
import io.tidings.core.campaign.CampaignLife.Incomplete;
import io.tidings.core.campaign.CampaignLife.NotAllowed;
import io.tidings.core.campaign.CampaignState.Verb;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.contract.Samples;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.template.Template;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignLifeTest {

    private static final String ANA = "ana@example.com";
    private static final String BO = "bo@example.com";

    private final MemoryPorts ports = new MemoryPorts();
    private final List<Duration> launchSteps = new ArrayList<>();
    private final Campaign draft = Samples.draft();
    private Instant now = Samples.NOON;
    private final CampaignLife life = new CampaignLife(
            ports.campaigns(),
            ports.templates(),
            (step, delay) -> {
                assertThat(step).isEqualTo(new LaunchStep(draft.id()));
                launchSteps.add(delay);
            },
            () -> now);

    @BeforeEach
    void store() {
        ports.campaigns().add(draft);
        addVersion(1);
    }

    private void addVersion(int version) {
        ports.templates()
                .add(new Template(draft.templateId(), version, "Spring", new TemplateContent("s", "h", "t"), now));
    }

    @Test
    void aCampaignIsCancelledThoughTheQueueCannotBeReached() {
        CampaignLife cut = new CampaignLife(
                ports.campaigns(),
                ports.templates(),
                (_, _) -> {
                    throw new IllegalStateException("no queue");
                },
                () -> now);
        life.launch(draft.id(), ANA);
        assertThatThrownBy(() -> cut.cancel(draft.id(), ANA)).hasMessage("no queue");
        assertThat(stored().state()).isEqualTo(CampaignState.CANCELLED);
    }

    @Test
    void whoMayHaveBeenWrittenToIsLookedAfterAfterACancel() {
        life.launch(draft.id(), ANA);
        life.cancel(draft.id(), ANA);
        assertThat(launchSteps).containsExactly(Duration.ZERO, Duration.ofSeconds(5));
        life.cancel(draft.id(), ANA);
        assertThat(launchSteps).hasSize(2);
    }

    @Test
    void aScheduledCampaignIsLaunchedOnceItsTimeHasComeWithTheTemplateOfThatTime() {
        life.schedule(draft.id(), ANA, "2026-03-01T14:00", "Europe/Vienna");
        life.launchDue();
        assertThat(stored().state()).isEqualTo(CampaignState.SCHEDULED);

        addVersion(2);
        // Nobody was there when its time came.
        now = Instant.parse("2026-03-01T17:00:00Z");
        life.launchDue();
        life.launchDue();
        assertThat(stored().state()).isEqualTo(CampaignState.LAUNCHING);
        assertThat(stored().launched()).isEqualTo(new Campaign.Launch(now, ANA, 2));
        assertThat(launchSteps).containsExactly(Duration.ZERO);
    }

    @Test
    void anEditDuringTheLaunchNeverFreezesOneTemplatesVersionForAnother() {
        addVersion(2);
        String other = Samples.id();
        ports.templates().add(new Template(other, 1, "Other", new TemplateContent("s", "h", "t"), now));
        Brief edited = Brief.of("Spring", other, draft.audienceId(), draft.sender());
        AtomicBoolean once = new AtomicBoolean();
        TemplateStore slow = new TemplateStore() {
            @Override
            public Optional<Template> find(String id) {
                Optional<Template> found = ports.templates().find(id);
                if (once.compareAndSet(false, true)) {
                    life.edit(draft.id(), BO, edited);
                }
                return found;
            }

            @Override
            public Optional<Template> find(String id, int version) {
                return ports.templates().find(id, version);
            }

            @Override
            public boolean add(Template next) {
                return ports.templates().add(next);
            }

            @Override
            public List<Template> list() {
                return ports.templates().list();
            }
        };
        new CampaignLife(ports.campaigns(), slow, (_, _) -> {}, () -> now).launch(draft.id(), ANA);
        assertThat(stored().templateId()).isEqualTo(other);
        assertThat(stored().launched().templateVersion()).isEqualTo(1);
    }

    @Test
    void aScheduleCanBeMovedAndGivenUp() {
        life.schedule(draft.id(), ANA, "2026-03-01T14:00", "Europe/Vienna");
        life.schedule(draft.id(), BO, "2026-03-02T14:00", "Europe/Vienna");
        now = Instant.parse("2026-03-01T17:00:00Z");
        life.launchDue();
        assertThat(stored().state()).isEqualTo(CampaignState.SCHEDULED);
        life.unschedule(draft.id(), ANA);
        assertThat(stored().state()).isEqualTo(CampaignState.DRAFT);
        assertThat(stored().schedule()).isNull();
        now = Instant.parse("2026-03-03T17:00:00Z");
        life.launchDue();
        assertThat(stored().state()).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void aTimeThatHasPassedIsRefusedAndChangesNothing() {
        assertThat(life.schedule(draft.id(), ANA, "2026-03-01T12:00", "Europe/Vienna"))
                .isInstanceOfSatisfying(
                        Incomplete.class, why -> assertThat(why.field()).isEqualTo("at"));
        assertThat(stored()).isEqualTo(draft);
    }

    @Test
    void aHeldLaunchWaitsAndCanBeTakenBackWhole() {
        hold(Duration.ofMinutes(5));
        life.launch(draft.id(), ANA);
        assertThat(stored().launched().holdUntil()).isEqualTo(now.plusSeconds(300));
        assertThat(launchSteps).containsExactly(Duration.ofMinutes(5));

        assertThat(life.takeBack(draft.id(), BO)).isInstanceOf(Changed.class);
        assertThat(stored().state()).isEqualTo(CampaignState.DRAFT);
        assertThat(stored().launch()).isNull();
        assertThat(stored().brief().name()).isEqualTo("Spring");
    }

    @Test
    void aCopyHasEverythingThatWasChosenAndNothingThatHappened() {
        hold(Duration.ofMinutes(5));
        life.launch(draft.id(), ANA);
        Changed copied = (Changed) life.duplicate(draft.id(), Samples.id(), BO);
        Campaign copy = copied.campaign();
        assertThat(copy.name()).isEqualTo("Copy of Spring");
        assertThat(copy.state()).isEqualTo(CampaignState.DRAFT);
        assertThat(copy.launch()).isNull();
        assertThat(copy.settings()).isEqualTo(stored().settings());
        assertThat(copy.audienceId()).isEqualTo(draft.audienceId());
        assertThat(ports.campaigns().find(copy.id())).contains(copy);
    }

    @Test
    void anArchivedCampaignCanOnlyBeBroughtBack() {
        life.archive(draft.id(), ANA);
        assertThat(stored().allowed()).containsExactly(Verb.UNARCHIVE);
        assertThat(life.launch(draft.id(), ANA)).isInstanceOf(NotAllowed.class);
        life.unarchive(draft.id(), ANA);
        assertThat(stored().allowed()).contains(Verb.LAUNCH);
    }

    @Test
    void aSpeedSetByHandTakesThePlaceOfTheSpreading() {
        life.launch(draft.id(), ANA);
        ports.campaigns().replace(stored().sendingSpread(0.5));
        assertThat(stored().limitPerSecond()).hasValue(0.5);
        life.limitSpeed(draft.id(), BO, 20.0);
        assertThat(stored().limitPerSecond()).hasValue(20.0);
        life.limitSpeed(draft.id(), BO, null);
        assertThat(stored().limitPerSecond()).isEmpty();
    }

    @Test
    void theHistoryTellsWhoDidWhatAndIsBounded() {
        life.schedule(draft.id(), ANA, "2026-03-02T14:00", "Europe/Vienna");
        life.unschedule(draft.id(), BO);
        assertThat(stored().history())
                .containsExactly(
                        new Campaign.Step(now, ANA, "scheduled for 2026-03-02T14:00 Europe/Vienna"),
                        new Campaign.Step(now, BO, "unscheduled"));
        for (int i = 0; i < Campaign.MOST_HISTORY; i++) {
            life.edit(draft.id(), ANA, draft.brief());
        }
        assertThat(stored().history())
                .hasSize(Campaign.MOST_HISTORY)
                .allMatch(step -> step.what().equals("edited"));
    }

    private void hold(Duration hold) {
        Settings defaults = Settings.DEFAULT;
        life.edit(
                draft.id(),
                ANA,
                draft.brief()
                        .with(new Settings(
                                defaults.unknownPolicy(), hold, null, defaults.weight(), null, defaults.guard())));
    }

    private Campaign stored() {
        return ports.campaigns().find(draft.id()).orElseThrow();
    }
}
