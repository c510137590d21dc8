package io.tidings.aws.dynamodb;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Campaign.Launch;
import io.tidings.core.campaign.Campaign.Passage;
import io.tidings.core.campaign.Campaign.Retry;
import io.tidings.core.campaign.Campaign.Schedule;
import io.tidings.core.campaign.Campaign.Step;
import io.tidings.core.campaign.CampaignState;
import io.tidings.core.campaign.GuardBaseline;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.Sender;
import io.tidings.core.campaign.Settings;
import io.tidings.core.campaign.Settings.GuardLimits;
import io.tidings.core.campaign.Settings.UnknownPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a campaign lies in its table. What an older version did not know has its default. */
final class CampaignItems {

    static final String UNDER_WAY = "campaigns";
    static final String SCHEDULED = "scheduled";
    static final String UNTOLD = "untold";

    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private CampaignItems() {}

    /** All of one length, so that as texts they have the order of the times. */
    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    /** The part of the list that the index lists by creation. */
    static String list(boolean archived) {
        return archived ? "archived" : "campaigns";
    }

    /** Those that the sweep has to look at are in a sparse index; which part of it depends on what for. */
    private static @Nullable String part(CampaignState state) {
        return state.underWay() ? UNDER_WAY : state == CampaignState.SCHEDULED ? SCHEDULED : null;
    }

    static Item item(Campaign campaign) {
        Item item = Item.empty()
                .text("id", campaign.id())
                .text("list", list(campaign.archived()))
                .text("underWay", part(campaign.state()))
                .text("name", campaign.name())
                .text("templateId", campaign.templateId())
                .text("audienceId", campaign.audienceId())
                .text("senderName", campaign.sender().name())
                .text("senderAddress", campaign.sender().address().toString())
                .text("topic", campaign.topic())
                .text("state", campaign.state().name())
                .text("createdAt", sortable(campaign.createdAt()))
                .time("finishedAt", campaign.finishedAt())
                .flag("archived", campaign.archived())
                .items(
                        "history",
                        campaign.history().stream().map(CampaignItems::item).toList())
                .number("revision", campaign.revision());
        if (!campaign.untold().isEmpty()) {
            item.text("tell", UNTOLD)
                    .items(
                            UNTOLD,
                            campaign.untold().stream().map(CampaignItems::item).toList());
        }
        write(item, campaign.settings());
        Schedule schedule = campaign.schedule();
        if (schedule != null) {
            write(item, schedule);
        }
        Launch launch = campaign.launch();
        if (launch != null) {
            write(item, launch);
        }
        PauseReason pause = campaign.pause();
        if (pause != null) {
            PauseItems.write(item, pause);
        }
        GuardBaseline acknowledged = campaign.acknowledged();
        if (acknowledged != null) {
            PauseItems.write(item, acknowledged);
        }
        return item;
    }

    static Campaign campaign(Item item) {
        return new Campaign(
                item.text("id"),
                brief(item),
                CampaignState.valueOf(item.text("state")),
                item.time("createdAt"),
                item.has("scheduledAt") ? schedule(item) : null,
                item.has("launchedAt") ? launch(item) : null,
                PauseItems.pause(item),
                PauseItems.acknowledged(item),
                item.timeOrNull("finishedAt"),
                item.has("archived") && item.flag("archived"),
                item.has("history")
                        ? item.items("history").stream()
                                .map(CampaignItems::step)
                                .toList()
                        : List.of(),
                item.has(UNTOLD)
                        ? item.items(UNTOLD).stream()
                                .map(CampaignItems::passage)
                                .toList()
                        : List.of(),
                item.number("revision"));
    }

    private static Brief brief(Item item) {
        String topic = item.textOrNull("topic");
        return new Brief(
                item.text("name"),
                item.text("templateId"),
                item.text("audienceId"),
                new Sender(item.text("senderName"), EmailAddress.of(item.text("senderAddress"))),
                topic == null ? Brief.DEFAULT_TOPIC : topic,
                item.has("weight") ? settings(item) : Settings.DEFAULT);
    }

    private static void write(Item item, Settings settings) {
        Duration spread = settings.spreadOver();
        item.text("unknownPolicy", settings.unknownPolicy().name())
                .number("holdSeconds", settings.hold().toSeconds())
                .decimal("perSecond", settings.perSecond())
                .number("weight", settings.weight())
                .numberOrNone("spreadSeconds", spread == null ? null : spread.toSeconds())
                .decimal("guardBounceRate", settings.guard().bounceRate())
                .decimal("guardComplaintRate", settings.guard().complaintRate())
                .numberOrNone("guardMinimumVolume", settings.guard().minimumVolume());
    }

    private static Settings settings(Item item) {
        Long spread = item.numberOrNull("spreadSeconds");
        return new Settings(
                UnknownPolicy.valueOf(item.text("unknownPolicy")),
                Duration.ofSeconds(item.number("holdSeconds")),
                item.decimalOrNull("perSecond"),
                Math.toIntExact(item.number("weight")),
                spread == null ? null : Duration.ofSeconds(spread),
                new GuardLimits(
                        item.decimalOrNull("guardBounceRate"),
                        item.decimalOrNull("guardComplaintRate"),
                        item.numberOrNull("guardMinimumVolume")));
    }

    private static void write(Item item, Schedule schedule) {
        item.text("scheduledLocal", schedule.local().toString())
                .text("scheduledZone", schedule.zone().getId())
                .text("scheduledAt", sortable(schedule.at()))
                .text("scheduledBy", schedule.by());
    }

    private static Schedule schedule(Item item) {
        return new Schedule(
                LocalDateTime.parse(item.text("scheduledLocal")),
                ZoneId.of(item.text("scheduledZone")),
                item.time("scheduledAt"),
                item.text("scheduledBy"));
    }

    private static void write(Item item, Launch launch) {
        item.time("launchedAt", launch.at())
                .text("launchedBy", launch.by())
                .number("templateVersion", launch.templateVersion())
                .time("holdUntil", launch.holdUntil())
                .decimal("spreadPerSecond", launch.spreadPerSecond());
        Retry retry = launch.retry();
        if (retry != null) {
            item.number("retryRound", retry.round())
                    .time("retryAt", retry.at())
                    .text("retryBy", retry.by())
                    .flag("retryUnknown", retry.unknown())
                    .time("membersBefore", retry.membersBefore())
                    .time("membersUntil", retry.membersUntil());
        }
    }

    private static Launch launch(Item item) {
        return new Launch(
                item.time("launchedAt"),
                item.text("launchedBy"),
                Math.toIntExact(item.number("templateVersion")),
                item.timeOrNull("holdUntil"),
                item.decimalOrNull("spreadPerSecond"),
                item.has("retryRound") ? retry(item) : null);
    }

    private static Retry retry(Item item) {
        return new Retry(
                Math.toIntExact(item.number("retryRound")),
                item.time("retryAt"),
                item.text("retryBy"),
                item.flag("retryUnknown"),
                item.time("membersBefore"),
                item.time("membersUntil"));
    }

    private static Item item(Step step) {
        return Item.empty().time("at", step.at()).text("by", step.by()).text("what", step.what());
    }

    private static Step step(Item item) {
        return new Step(item.time("at"), item.text("by"), item.text("what"));
    }

    private static Item item(Passage passage) {
        return Item.empty()
                .text("state", passage.state().name())
                .time("at", passage.at())
                .number("revision", passage.revision());
    }

    private static Passage passage(Item item) {
        return new Passage(CampaignState.valueOf(item.text("state")), item.time("at"), item.number("revision"));
    }
}
