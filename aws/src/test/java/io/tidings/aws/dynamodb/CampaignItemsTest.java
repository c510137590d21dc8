package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.PauseKind;
import io.tidings.core.campaign.PauseReason;
import io.tidings.core.campaign.Settings;
import io.tidings.core.contract.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignItemsTest {

    @Test
    void aCampaignStoredByAnEarlierVersionHasTheDefaults() {
        Campaign launching = Samples.draft().launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 2));
        Item item = CampaignItems.item(launching);
        item.values()
                .keySet()
                .removeAll(List.of("topic", "unknownPolicy", "holdSeconds", "weight", "archived", "history"));
        Campaign read = CampaignItems.campaign(item);
        assertThat(read.topic()).isEqualTo(Brief.DEFAULT_TOPIC);
        assertThat(read.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(read).isEqualTo(launching);
    }

    @Test
    void aPauseStoredAsATextByAnEarlierVersionIsStillRead() {
        assertThat(pausedEarlier("paused by ana@example.com"))
                .isEqualTo(new PauseReason(PauseKind.BY_HAND, "paused by ana@example.com", null, null));
        assertThat(pausedEarlier("Email address is not verified"))
                .isEqualTo(new PauseReason(PauseKind.ACCOUNT_REFUSED, "Email address is not verified", null, null));
    }

    @Test
    void aKindOfPauseThatANewerVersionKnowsIsReadWithWhatWasSaid() {
        Item item = CampaignItems.item(paused()).text("pauseKind", "MOON_IN_THE_WAY");
        assertThat(CampaignItems.campaign(item).pause())
                .isEqualTo(new PauseReason(PauseKind.ACCOUNT_REFUSED, "paused by ana@example.com", Samples.NOON, null));
    }

    private static @Nullable PauseReason pausedEarlier(String text) {
        Item item = CampaignItems.item(paused()).text("pauseReason", text);
        item.values().keySet().removeAll(List.of("pauseKind", "pausedAt"));
        return CampaignItems.campaign(item).pause();
    }

    private static Campaign paused() {
        return Samples.draft()
                .launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 2))
                .sending()
                .paused(PauseReason.byHand("ana@example.com", Samples.NOON));
    }
}
