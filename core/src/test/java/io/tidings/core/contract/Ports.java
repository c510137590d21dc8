package io.tidings.core.contract;

import io.tidings.core.access.AccessStore;
import io.tidings.core.access.SecretStore;
import io.tidings.core.alarm.AlarmStore;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.campaign.CampaignStore;
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

/** All stores of one deployment, over the same data. */
public interface Ports {

    ContactStore contacts();

    AudienceStore audiences();

    ImportStore imports();

    TemplateStore templates();

    CampaignStore campaigns();

    PlanStore plans();

    BatchStore batches();

    MessageLedger ledger();

    StatisticsStore statistics();

    MessageScan messageScan();

    EventStore events();

    FailureLog failures();

    AlarmStore alarms();

    JobStore jobs();

    SuppressionStore suppressions();

    NotificationStore notifications();

    GatheringStore gatherings();

    CancellationStore cancellations();

    AnswerStore answers();

    PermitStore permits();

    PermitStore permits(String limit);

    AccessStore access();

    SecretStore secrets();

    WebhookStore webhooks();

    DeliveryStore deliveries();

    References references();
}
