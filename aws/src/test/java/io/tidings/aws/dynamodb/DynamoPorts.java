package io.tidings.aws.dynamodb;

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
import java.time.Duration;

record DynamoPorts(Dynamo dynamo) implements Ports {

    @Override
    public ContactStore contacts() {
        return new DynamoContactStore(dynamo);
    }

    @Override
    public AudienceStore audiences() {
        return new DynamoAudienceStore(dynamo);
    }

    @Override
    public ImportStore imports() {
        return new DynamoImportStore(dynamo);
    }

    @Override
    public TemplateStore templates() {
        return new DynamoTemplateStore(dynamo);
    }

    @Override
    public CampaignStore campaigns() {
        return new DynamoCampaignStore(dynamo);
    }

    @Override
    public PlanStore plans() {
        return new DynamoPlanStore(dynamo);
    }

    @Override
    public BatchStore batches() {
        return new DynamoBatchStore(dynamo);
    }

    @Override
    public MessageLedger ledger() {
        return new DynamoMessageLedger(dynamo);
    }

    @Override
    public StatisticsStore statistics() {
        return new DynamoStatisticsStore(dynamo);
    }

    @Override
    public MessageScan messageScan() {
        return new DynamoMessageLedger(dynamo);
    }

    @Override
    public EventStore events() {
        return new DynamoEventStore(dynamo, Duration.ofDays(30));
    }

    @Override
    public FailureLog failures() {
        return new DynamoFailureLog(dynamo);
    }

    @Override
    public AlarmStore alarms() {
        return new DynamoAlarmStore(dynamo);
    }

    @Override
    public JobStore jobs() {
        return new DynamoJobStore(dynamo);
    }

    @Override
    public SuppressionStore suppressions() {
        return new DynamoSuppressionStore(dynamo);
    }

    @Override
    public NotificationStore notifications() {
        return new DynamoNotificationStore(dynamo);
    }

    @Override
    public GatheringStore gatherings() {
        return new DynamoGatheringStore(dynamo);
    }

    @Override
    public CancellationStore cancellations() {
        return new DynamoCancellationStore(dynamo);
    }

    @Override
    public AnswerStore answers() {
        return new DynamoAnswerStore(dynamo);
    }

    @Override
    public PermitStore permits() {
        return new DynamoPermitStore(dynamo);
    }

    @Override
    public PermitStore permits(String limit) {
        return DynamoPermitStore.ofLimit(dynamo, limit);
    }

    @Override
    public AccessStore access() {
        return new DynamoAccessStore(dynamo);
    }

    @Override
    public SecretStore secrets() {
        return new DynamoSecretStore(dynamo);
    }

    @Override
    public WebhookStore webhooks() {
        return new DynamoWebhookStore(dynamo);
    }

    @Override
    public DeliveryStore deliveries() {
        return new DynamoDeliveryStore(dynamo, Duration.ofDays(7));
    }

    @Override
    public References references() {
        return new DynamoReferences(dynamo);
    }
}
