package io.tidings.service.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.deployment.Provisioner;
import io.tidings.aws.dynamodb.Dynamo;
import io.tidings.aws.dynamodb.DynamoAccessStore;
import io.tidings.aws.dynamodb.DynamoAlarmStore;
import io.tidings.aws.dynamodb.DynamoAnswerStore;
import io.tidings.aws.dynamodb.DynamoAudienceStore;
import io.tidings.aws.dynamodb.DynamoBatchStore;
import io.tidings.aws.dynamodb.DynamoCampaignStore;
import io.tidings.aws.dynamodb.DynamoCancellationStore;
import io.tidings.aws.dynamodb.DynamoContactStore;
import io.tidings.aws.dynamodb.DynamoEventStore;
import io.tidings.aws.dynamodb.DynamoFailureLog;
import io.tidings.aws.dynamodb.DynamoGatheringStore;
import io.tidings.aws.dynamodb.DynamoImportStore;
import io.tidings.aws.dynamodb.DynamoJobStore;
import io.tidings.aws.dynamodb.DynamoMessageLedger;
import io.tidings.aws.dynamodb.DynamoNotificationStore;
import io.tidings.aws.dynamodb.DynamoPermitStore;
import io.tidings.aws.dynamodb.DynamoPlanStore;
import io.tidings.aws.dynamodb.DynamoSecretStore;
import io.tidings.aws.dynamodb.DynamoStatisticsStore;
import io.tidings.aws.dynamodb.DynamoSuppressionStore;
import io.tidings.aws.dynamodb.DynamoTemplateStore;
import io.tidings.aws.ses.SesSuppressionList;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.SecretStore;
import io.tidings.core.alarm.AlarmStore;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.deployment.QueueNames;
import io.tidings.core.deployment.TableNames;
import io.tidings.core.feedback.EventStore;
import io.tidings.core.job.JobStore;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageScan;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.CancellationStore;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.suppression.ProviderSuppressionList;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateStore;
import io.tidings.core.webhook.AnnouncingLedger;
import io.tidings.core.webhook.MessageEvents;
import io.tidings.templates.MustacheEngine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Which adapter stands behind which port. */
@Factory
final class Wiring {

    @Context
    @Bean(preDestroy = "close")
    AwsClients clients(TidingsSettings settings, LinkSettings links) {
        AwsClients clients =
                settings.awsEndpoint() == null ? AwsClients.ofEnvironment() : AwsClients.at(settings.awsEndpoint());
        if (!clients.emulated()) {
            links.requireFitForRealMail();
        }
        if (settings.provision()) {
            new Provisioner(clients, new TableNames(settings.names()), new QueueNames(settings.names()))
                    .provision(settings.configurationSet(), settings.senderDomains());
        }
        return clients;
    }

    @Singleton
    Dynamo dynamo(AwsClients clients, TidingsSettings settings) {
        return new Dynamo(clients.dynamoDb(), new TableNames(settings.names()));
    }

    @Singleton
    ContactStore contacts(Dynamo dynamo) {
        return new DynamoContactStore(dynamo);
    }

    @Singleton
    AudienceStore audiences(Dynamo dynamo) {
        return new DynamoAudienceStore(dynamo);
    }

    @Singleton
    ImportStore imports(Dynamo dynamo) {
        return new DynamoImportStore(dynamo);
    }

    @Singleton
    TemplateStore templates(Dynamo dynamo) {
        return new DynamoTemplateStore(dynamo);
    }

    @Singleton
    CampaignStore campaigns(Dynamo dynamo) {
        return new DynamoCampaignStore(dynamo);
    }

    @Singleton
    PlanStore plans(Dynamo dynamo) {
        return new DynamoPlanStore(dynamo);
    }

    @Singleton
    BatchStore batches(Dynamo dynamo) {
        return new DynamoBatchStore(dynamo);
    }

    @Singleton
    MessageLedger ledger(Dynamo dynamo, MessageEvents events) {
        return new AnnouncingLedger(new DynamoMessageLedger(dynamo), events);
    }

    @Singleton
    StatisticsStore statistics(Dynamo dynamo) {
        return new DynamoStatisticsStore(dynamo);
    }

    @Singleton
    EventStore events(Dynamo dynamo, @Value("${tidings.keep-events:30d}") Duration kept) {
        return new DynamoEventStore(dynamo, kept);
    }

    @Singleton
    FailureLog failures(Dynamo dynamo) {
        return new DynamoFailureLog(dynamo);
    }

    @Singleton
    AlarmStore alarms(Dynamo dynamo) {
        return new DynamoAlarmStore(dynamo);
    }

    @Singleton
    JobStore jobs(Dynamo dynamo) {
        return new DynamoJobStore(dynamo);
    }

    @Singleton
    MessageScan messageScan(Dynamo dynamo) {
        return new DynamoMessageLedger(dynamo);
    }

    @Singleton
    SuppressionStore suppressions(Dynamo dynamo) {
        return new DynamoSuppressionStore(dynamo);
    }

    @Singleton
    ProviderSuppressionList providerSuppressions(AwsClients clients) {
        return new SesSuppressionList(clients.ses());
    }

    @Singleton
    SecretStore secrets(Dynamo dynamo) {
        return new DynamoSecretStore(dynamo);
    }

    @Singleton
    NotificationStore notifications(Dynamo dynamo) {
        return new DynamoNotificationStore(dynamo);
    }

    @Singleton
    GatheringStore gatherings(Dynamo dynamo) {
        return new DynamoGatheringStore(dynamo);
    }

    @Singleton
    CancellationStore cancellations(Dynamo dynamo) {
        return new DynamoCancellationStore(dynamo);
    }

    @Singleton
    AnswerStore answers(Dynamo dynamo) {
        return new DynamoAnswerStore(dynamo);
    }

    @Singleton
    AccessStore access(Dynamo dynamo) {
        return new DynamoAccessStore(dynamo);
    }

    @Singleton
    DynamoPermitStore permits(Dynamo dynamo) {
        return new DynamoPermitStore(dynamo);
    }

    @Singleton
    QuotaSource quotas(AwsClients clients, TidingsSettings settings, InstantSource clock) {
        return SesTransport.named(settings.sesTransport()).quotas(clients, clock);
    }

    @Singleton
    MailTransport transport(AwsClients clients, TidingsSettings settings) {
        return SesTransport.named(settings.sesTransport()).over(clients, settings.configurationSet());
    }

    @Singleton
    TemplateEngine engine() {
        return new RecentTemplates(new ShallowTemplates(new MustacheEngine()));
    }
}
