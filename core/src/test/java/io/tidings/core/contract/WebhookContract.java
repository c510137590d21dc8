package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.audience.Page;
import io.tidings.core.campaign.Campaign;
import io.tidings.core.notification.Notification;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.Delivery.State;
import io.tidings.core.webhook.EventIds;
import io.tidings.core.webhook.EventType;
import io.tidings.core.webhook.Webhook;
import io.tidings.core.webhook.Webhook.Only;
import io.tidings.core.webhook.Webhook.Wishes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class WebhookContract {

    private static final Wishes WISHES = new Wishes(
            URI.create("https://chat.example/hook"),
            Set.of(EventType.BOUNCED, EventType.CAMPAIGN_STATE),
            Only.NOTIFICATIONS,
            "the chat");

    protected abstract Ports ports();

    @Test
    void aWebhookComesBackAsItWasStored() {
        Webhook made = Webhook.made(Samples.id(), WISHES, "whsec_one", Samples.NOON);
        ports().webhooks().add(made);
        assertThat(ports().webhooks().find(made.id())).contains(made);
        assertThat(ports().webhooks().list()).contains(made);

        Webhook changed = made.rotated("whsec_two", Duration.ofHours(1), Samples.NOON)
                .disabledByHand(Samples.NOON.plusSeconds(1));
        Webhook stored = new Webhook(
                changed.id(),
                changed.wishes(),
                changed.secrets(),
                changed.createdAt(),
                Samples.NOON,
                changed.disabled(),
                made.revision() + 1);
        assertThat(ports().webhooks().replace(stored)).isTrue();
        assertThat(ports().webhooks().replace(stored)).isFalse();
        assertThat(ports().webhooks().find(made.id())).contains(stored);

        ports().webhooks().remove(made.id());
        assertThat(ports().webhooks().find(made.id())).isEmpty();
        assertThat(ports().webhooks().replace(stored.enabledAgain())).isFalse();
    }

    @Test
    void aDeliveryThatIsThereStaysAsItIs() {
        Delivery first = delivery(Samples.id(), Samples.NOON, "first");
        ports().deliveries().add(List.of(first));
        Delivery later = delivery(first.webhookId(), Samples.NOON.plusSeconds(1), "later");
        Delivery again = copy(first, "another body");
        ports().deliveries().add(List.of(again, later));

        assertThat(ports().deliveries().find(first.webhookId(), first.eventId()))
                .contains(first);
        assertThat(ports().deliveries().find(first.webhookId(), later.eventId()))
                .contains(later);
        assertThat(ports().deliveries().find(Samples.id(), first.eventId())).isEmpty();
    }

    @Test
    void aDeliveryIsTakenByOneWorker() {
        Delivery waiting = delivery(Samples.id(), Samples.NOON, "body");
        ports().deliveries().add(List.of(waiting));
        Delivery taken = changed(waiting, 1, Samples.NOON.plusSeconds(60), null);

        assertThat(ports().deliveries().replace(taken)).isTrue();
        assertThat(ports().deliveries().replace(taken)).isFalse();
        assertThat(ports().deliveries().find(waiting.webhookId(), waiting.eventId()))
                .contains(taken);
    }

    @Test
    void whatIsDueIsFoundAndWhatIsNotIsNot() {
        String webhook = Samples.id();
        List<Delivery> all = IntStream.range(0, 30)
                .mapToObj(i -> delivery(webhook, Samples.NOON.plusSeconds(i), "body " + i))
                .toList();
        ports().deliveries().add(all);
        Delivery arrived = changed(all.get(0), 1, null, Samples.NOON);
        Delivery later = changed(all.get(1), 1, Samples.NOON.plusSeconds(3_600), null);
        ports().deliveries().replace(arrived);
        ports().deliveries().replace(later);

        Instant now = Samples.NOON.plusSeconds(100);
        assertThat(ports().deliveries().due(webhook, now, 100)).containsExactlyInAnyOrderElementsOf(all.subList(2, 30));
        assertThat(ports().deliveries().due(webhook, now, 5)).isNotEmpty().hasSizeLessThan(10);
        assertThat(ports().deliveries().due(webhook, Samples.NOON.minusSeconds(1), 100))
                .isEmpty();
        assertThat(ports().deliveries().due(Samples.id(), now, 100)).isEmpty();
    }

    @Test
    void theLogIsReadNewestFirst() {
        String webhook = Samples.id();
        List<Delivery> all = IntStream.range(0, 120)
                .mapToObj(i -> delivery(webhook, Samples.NOON.plusSeconds(i), "body " + i))
                .toList();
        ports().deliveries().add(all);
        List<Delivery> failed = new ArrayList<>();
        for (int i = 0; i < 120; i += 10) {
            Delivery one = changed(all.get(i), 9, null, null);
            ports().deliveries().replace(one);
            failed.add(one);
        }

        assertThat(read(webhook, null, null, 7))
                .extracting(Delivery::eventId)
                .containsExactlyElementsOf(
                        all.reversed().stream().map(Delivery::eventId).toList());
        assertThat(read(webhook, State.FAILED, null, 5)).containsExactlyElementsOf(failed.reversed());
        assertThat(read(webhook, State.FAILED, Samples.NOON.plusSeconds(60), 50))
                .containsExactlyElementsOf(failed.subList(6, 12).reversed());
        assertThat(read(webhook, State.DELIVERED, null, 50)).isEmpty();
    }

    @Test
    void aCampaignIsUntoldUntilSomebodyTells() {
        var draft = Samples.draft();
        ports().campaigns().add(draft);
        assertThat(ports().campaigns().untold()).doesNotContain(draft);
        var launching = draft.launching(new Campaign.Launch(Samples.NOON, "ana@example.com", 1));
        ports().campaigns().replace(launching);
        assertThat(ports().campaigns().untold()).contains(launching);

        var sending = launching.sending();
        ports().campaigns().replace(sending);
        ports().campaigns().told(launching);
        assertThat(ports().campaigns().untold()).contains(sending);

        ports().campaigns().told(sending);
        assertThat(ports().campaigns().untold())
                .extracting(campaign -> campaign.id())
                .doesNotContain(draft.id());
        assertThat(ports().campaigns().find(draft.id())).contains(sending.toldOfAll());
    }

    @Test
    void aNotificationIsCalledWhatItsProgramCallsIt() {
        Notification named = Notifications.waiting();
        Notification nameless = Notifications.plain();
        ports().notifications().add(named, List.of(), null);
        ports().notifications().add(nameless, List.of(), null);
        assertThat(ports().references().of(List.of(named.id(), nameless.id(), Samples.id())))
                .isEqualTo(Map.of(named.id(), "chat-17"));
    }

    private List<Delivery> read(String webhook, Delivery.@Nullable State state, @Nullable Instant since, int limit) {
        List<Delivery> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Delivery> page = ports().deliveries().log(webhook, state, since, cursor, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static Delivery delivery(String webhook, Instant at, String body) {
        return new Delivery(
                webhook,
                EventIds.from(at) + "_" + Samples.id(),
                EventType.BOUNCED,
                body,
                at,
                0,
                null,
                at,
                null,
                null,
                null,
                1);
    }

    private static Delivery copy(Delivery one, String body) {
        return new Delivery(
                one.webhookId(),
                one.eventId(),
                one.type(),
                body,
                one.createdAt(),
                0,
                null,
                one.dueAt(),
                null,
                null,
                null,
                1);
    }

    private static Delivery changed(Delivery one, int tries, @Nullable Instant dueAt, @Nullable Instant deliveredAt) {
        return new Delivery(
                one.webhookId(),
                one.eventId(),
                one.type(),
                one.body(),
                one.createdAt(),
                tries,
                Samples.NOON,
                dueAt,
                deliveredAt,
                deliveredAt == null ? 500 : 200,
                deliveredAt == null ? "Internal Server Error" : null,
                one.revision() + 1);
    }
}
