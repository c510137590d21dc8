package io.tidings.service.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.tidings.aws.dynamodb.Dynamo;
import io.tidings.aws.dynamodb.DynamoDeliveryStore;
import io.tidings.aws.dynamodb.DynamoReferences;
import io.tidings.aws.dynamodb.DynamoWebhookStore;
import io.tidings.aws.webhook.EventJson;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.webhook.Announce;
import io.tidings.core.webhook.AnnounceCampaigns;
import io.tidings.core.webhook.DeliverEvents;
import io.tidings.core.webhook.DeliveryStore;
import io.tidings.core.webhook.EventWriter;
import io.tidings.core.webhook.MessageEvents;
import io.tidings.core.webhook.Receiver;
import io.tidings.core.webhook.ReplayDeliveries;
import io.tidings.core.webhook.Subscriptions;
import io.tidings.core.webhook.WebhookStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Events, from who causes them to who gets them. */
@Factory
final class WebhookWiring {

    @Singleton
    WebhookStore webhooks(Dynamo dynamo) {
        return new DynamoWebhookStore(dynamo);
    }

    @Singleton
    DeliveryStore deliveries(Dynamo dynamo, @Value("${tidings.keep-webhook-events:7d}") Duration kept) {
        return new DynamoDeliveryStore(dynamo, kept);
    }

    @Singleton
    EventWriter writer() {
        return new EventJson();
    }

    @Singleton
    Subscriptions subscriptions(WebhookStore webhooks, InstantSource clock) {
        return new Subscriptions(webhooks, clock);
    }

    @Singleton
    Announce announce(
            Subscriptions subscriptions,
            DeliveryStore deliveries,
            Dynamo dynamo,
            EventWriter writer,
            InstantSource clock) {
        return new Announce(subscriptions, deliveries, new DynamoReferences(dynamo), writer, clock);
    }

    @Singleton
    MessageEvents messageEvents(Announce announce) {
        return new MessageEvents(announce);
    }

    @Singleton
    AnnounceCampaigns announceCampaigns(CampaignStore campaigns, Announce announce) {
        return new AnnounceCampaigns(campaigns, announce);
    }

    @Singleton
    DeliverEvents deliverEvents(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Receiver receiver,
            WebhookSettings settings,
            InstantSource clock) {
        return new DeliverEvents(
                webhooks,
                deliveries,
                receiver,
                settings.disableAfter(),
                () -> ThreadLocalRandom.current().nextDouble(),
                clock);
    }

    @Singleton
    ReplayDeliveries replayDeliveries(DeliveryStore deliveries, InstantSource clock) {
        return new ReplayDeliveries(deliveries, clock);
    }
}
