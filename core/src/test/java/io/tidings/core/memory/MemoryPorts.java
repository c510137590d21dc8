package io.tidings.core.memory;

import io.tidings.core.access.AccessStore;
import io.tidings.core.access.SecretStore;
import io.tidings.core.alarm.AlarmStore;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.contract.Ports;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.feedback.EventStore;
import io.tidings.core.job.JobStore;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageScan;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.CancellationStore;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.pacing.PermitStore;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.TemplateStore;
import io.tidings.core.webhook.DeliveryStore;
import io.tidings.core.webhook.References;
import io.tidings.core.webhook.WebhookStore;
import java.util.HashMap;
import java.util.Map;

/** One memory behind all of them, so that what is written together is seen together. */
public final class MemoryPorts implements Ports {

    private final MemoryAudiences audiences = new MemoryAudiences();
    private final MemoryCampaigns campaigns = new MemoryCampaigns();
    private final MemoryStatistics statistics = new MemoryStatistics();
    private final MemoryBatches batches = new MemoryBatches(campaigns, statistics);
    private final MemoryLedger ledger = new MemoryLedger(batches, statistics);
    private final MemoryContacts contacts = new MemoryContacts();
    private final MemorySmallStores small = new MemorySmallStores();
    private final MemoryNotifications notifications = new MemoryNotifications();
    private final MemoryAccess access = new MemoryAccess();
    private final MemoryEvents events = new MemoryEvents();
    private final MemoryFailures failures = new MemoryFailures();
    private final MemoryAlarms alarms = new MemoryAlarms();
    private final MemoryJobs jobs = new MemoryJobs();
    private final MemoryWebhooks webhooks = new MemoryWebhooks();

    @Override
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public AudienceStore audiences() {
        return audiences;
    }

    @Override
    public ImportStore imports() {
        return small.imports();
    }

    @Override
    public TemplateStore templates() {
        return small.templates();
    }

    @Override
    public CampaignStore campaigns() {
        return campaigns;
    }

    @Override
    public PlanStore plans() {
        return batches.plans();
    }

    @Override
    public BatchStore batches() {
        return batches;
    }

    @Override
    public MessageLedger ledger() {
        return ledger;
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }

    @Override
    public MessageScan messageScan() {
        return ledger;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public FailureLog failures() {
        return failures;
    }

    @Override
    public AlarmStore alarms() {
        return alarms;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public SuppressionStore suppressions() {
        return small.suppressions();
    }

    @Override
    public NotificationStore notifications() {
        return notifications;
    }

    @Override
    public GatheringStore gatherings() {
        return notifications.gatherings();
    }

    @Override
    public CancellationStore cancellations() {
        return notifications;
    }

    @Override
    public AnswerStore answers() {
        return notifications.answers();
    }

    @Override
    public PermitStore permits() {
        return small.permits();
    }

    @Override
    public PermitStore permits(String campaignId) {
        return small.permits(campaignId);
    }

    @Override
    public AccessStore access() {
        return access;
    }

    @Override
    public SecretStore secrets() {
        return small.secrets();
    }

    @Override
    public WebhookStore webhooks() {
        return webhooks;
    }

    @Override
    public DeliveryStore deliveries() {
        return webhooks.deliveries();
    }

    @Override
    public References references() {
        return ids -> {
            Map<String, String> names = new HashMap<>();
            for (String id : ids) {
                notifications()
                        .find(id)
                        .map(notification -> notification.terms().reference())
                        .ifPresent(reference -> names.put(id, reference));
            }
            return names;
        };
    }
}
