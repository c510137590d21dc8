package io.tidings.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.ledger.Origin;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookTest {

    @Test
    void theOldSecretSignsBesideTheNewOneForAWhile() {
        Webhook rotated = wanting(Only.ALL).rotated("new", Duration.ofHours(24), Samples.NOON);
        assertThat(rotated.signingSecrets(Samples.NOON)).containsExactly("new", "old");
        assertThat(rotated.signingSecrets(Samples.NOON.plus(Duration.ofHours(23))))
                .containsExactly("new", "old");
        assertThat(rotated.signingSecrets(Samples.NOON.plus(Duration.ofHours(24))))
                .containsExactly("new");
    }

    @Test
    void aSecretThatGotOutStopsAtOnce() {
        assertThat(wanting(Only.ALL).rotated("new", Duration.ZERO, Samples.NOON).signingSecrets(Samples.NOON))
                .containsExactly("new");
    }

    @Test
    void ofTwoRotationsOnlyTheLastSecretOverlaps() {
        Webhook twice = wanting(Only.ALL)
                .rotated("second", Duration.ofHours(24), Samples.NOON)
                .rotated("third", Duration.ofHours(24), Samples.NOON);
        assertThat(twice.signingSecrets(Samples.NOON)).containsExactly("third", "second");
    }

    @Test
    void itGetsWhatItAskedForAlone() {
        Event campaign = event(EventType.BOUNCED, new Origin.OfCampaign("c"));
        Event notification = event(EventType.BOUNCED, new Origin.OfNotification("n"));
        Event state = new Event(
                "evt", EventType.CAMPAIGN_STATE, Samples.NOON, new Event.OfCampaign("c", "Spring", "sending", 3));
        assertThat(wanting(Only.ALL).wants(campaign)).isTrue();
        assertThat(wanting(Only.ALL).wants(notification)).isTrue();
        assertThat(wanting(Only.ALL).wants(event(EventType.OPENED, new Origin.OfCampaign("c"))))
                .isFalse();
        assertThat(wanting(Only.CAMPAIGNS).wants(campaign)).isTrue();
        assertThat(wanting(Only.CAMPAIGNS).wants(notification)).isFalse();
        assertThat(wanting(Only.CAMPAIGNS).wants(state)).isTrue();
        assertThat(wanting(Only.NOTIFICATIONS).wants(campaign)).isFalse();
        assertThat(wanting(Only.NOTIFICATIONS).wants(notification)).isTrue();
        assertThat(wanting(Only.NOTIFICATIONS).wants(state)).isFalse();
    }

    private static Webhook wanting(Only only) {
        return Webhook.made(
                "w",
                new Wishes(
                        URI.create("https://chat.example"),
                        Set.of(EventType.BOUNCED, EventType.CAMPAIGN_STATE),
                        only,
                        ""),
                "old",
                Samples.NOON);
    }

    private static Event event(EventType type, Origin origin) {
        return new Event(
                "evt",
                type,
                Samples.NOON,
                new Event.OfMessage(origin, "ada@example.com", null, null, null, null, null, null));
    }
}
