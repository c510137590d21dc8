package io.tidings.service.webhooks;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.tidings.core.webhook.AnnounceCampaigns;
import io.tidings.core.webhook.DeliverEvents;
import io.tidings.core.webhook.Delivery;
import io.tidings.core.webhook.Subscriptions;
import io.tidings.core.webhook.Webhook;
import io.tidings.service.wiring.WebhookSettings;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second for events that are due, and gives each webhook a thread of its own: a slow receiver holds up nobody else's. */
@Context
final class WebhookWorker implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final long LOOK_MILLIS = 1_000;
    /** As long as a post may take, and a little more. */
    private static final long FINISH_SECONDS = HttpReceiver.WHOLE.toSeconds() + 2;
    /** Of one webhook, before it is looked whether it is still enabled. */
    private static final int TOGETHER = 64;

    private final Subscriptions subscriptions;
    private final DeliverEvents deliver;
    private final AnnounceCampaigns campaigns;
    private final WebhookSettings settings;
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    WebhookWorker(
            Subscriptions subscriptions, DeliverEvents deliver, AnnounceCampaigns campaigns, WebhookSettings settings) {
        this.subscriptions = subscriptions;
        this.deliver = deliver;
        this.campaigns = campaigns;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        threads.submit(this::look);
    }

    private void look() {
        while (!stopping) {
            try {
                campaigns.sweep();
                subscriptions.all().stream()
                        .filter(Webhook::enabled)
                        .map(Webhook::id)
                        .filter(inWork::add)
                        .forEach(id -> threads.submit(() -> work(id)));
            } catch (RuntimeException e) {
                LOG.warn("looking for events that are due failed and comes again: {}", e.toString());
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work(String id) {
        try {
            boolean more = true;
            while (more && !stopping) {
                Optional<Webhook> webhook = subscriptions.all().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst();
                more = webhook.isPresent() && deliver(webhook.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("posting to webhook {} failed and comes again: {}", id, e.toString());
        } finally {
            inWork.remove(id);
        }
    }

    /** @return whether there may be more */
    private boolean deliver(Webhook webhook) throws InterruptedException {
        List<Delivery> due = deliver.due(webhook, TOGETHER);
        Semaphore free = new Semaphore(settings.atOnce());
        for (Delivery delivery : due) {
            if (stopping) {
                break;
            }
            free.acquire();
            threads.submit(() -> {
                try {
                    post(webhook, delivery);
                } finally {
                    free.release();
                }
            });
        }
        free.acquire(settings.atOnce());
        return !due.isEmpty();
    }

    private void post(Webhook webhook, Delivery delivery) {
        try {
            deliver.deliver(webhook, delivery)
                    .map(Webhook::disabled)
                    .ifPresent(disabled -> LOG.warn(
                            "webhook {} is disabled: {}. Mend the receiver, then enable it; its events wait",
                            webhook.id(),
                            disabled.why()));
        } catch (RuntimeException e) {
            LOG.warn("event {} comes again for webhook {}: {}", delivery.eventId(), webhook.id(), e.toString());
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
