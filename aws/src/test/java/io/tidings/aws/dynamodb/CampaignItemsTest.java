package io.tidings.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.campaign.Brief;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.campaign.Settings;
import io.tidings.core.contract.Samples;
import java.util.List;
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
}
