package io.tidings.service.wiring;

import io.micronaut.context.annotation.Factory;
import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.deployment.Provisioner;
import io.tidings.aws.dynamodb.Dynamo;
import io.tidings.aws.dynamodb.DynamoPermitStore;
import io.tidings.aws.ses.SesReportReader;
import io.tidings.aws.sqs.SqsBatchQueue;
import io.tidings.aws.sqs.SqsPlanQueue;
import io.tidings.core.alarm.AlarmSource;
import io.tidings.core.alarm.AlarmStore;
import io.tidings.core.alarm.DeadLetterAlarms;
import io.tidings.core.alarm.DisabledWebhookAlarms;
import io.tidings.core.alarm.PausedCampaignAlarms;
import io.tidings.core.alarm.ReputationAlarms;
import io.tidings.core.alarm.UnknownMessageAlarms;
import io.tidings.core.alarm.UnreadReportAlarms;
import io.tidings.core.alarm.WatchAlarms;
import io.tidings.core.audience.AudienceStore;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.audience.ImportContacts;
import io.tidings.core.audience.ImportStore;
import io.tidings.core.campaign.CampaignLife;
import io.tidings.core.campaign.CampaignStore;
import io.tidings.core.campaign.Guard;
import io.tidings.core.campaign.PlanQueue;
import io.tidings.core.deadletter.DeadLetters;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.feedback.EventStore;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.ReplayEvents;
import io.tidings.core.feedback.Unsubscribe;
import io.tidings.core.forecast.PriceList;
import io.tidings.core.ledger.BatchStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageScan;
import io.tidings.core.ledger.RebuildStatistics;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SpeedLimits;
import io.tidings.core.sending.AllowedRates;
import io.tidings.core.sending.ComposeBatch;
import io.tidings.core.sending.FeedbackReading.Reading;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.FindPeople;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.GuardCampaigns;
import io.tidings.core.sending.HandOver;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.Pause;
import io.tidings.core.sending.PlanCampaign;
import io.tidings.core.sending.PlanStore;
import io.tidings.core.sending.RecentCampaigns;
import io.tidings.core.sending.RetryMissed;
import io.tidings.core.sending.SendBatch;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.sending.UnsubscribeLinks;
import io.tidings.core.statistics.RankMembers;
import io.tidings.core.statistics.StatisticsStore;
import io.tidings.core.suppression.CompareLists;
import io.tidings.core.suppression.ProviderSuppressionList;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateStore;
import io.tidings.core.webhook.WebhookStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Core's use cases, given their ports. */
@Factory
final class UseCases {

    private static final Pause SLEEP = Thread::sleep;

    @Singleton
    Queues queues(AwsClients clients, TidingsSettings settings) {
        return new Queues(clients.sqs(), settings.names());
    }

    @Singleton
    PlanQueue planQueue(Queues queues) {
        return new SqsPlanQueue(queues.plan());
    }

    @Singleton
    DeadLetters deadLetters(FailureLog failures, InstantSource clock) {
        return new DeadLetters(failures, clock);
    }

    @Singleton
    WatchAlarms watchAlarms(
            AlarmStore alarms,
            Queues queues,
            EventStore events,
            CampaignStore campaigns,
            StatisticsStore statistics,
            BatchStore batches,
            WebhookStore webhooks,
            SendSettings sendSettings,
            AlarmSettings settings,
            InstantSource clock) {
        List<AlarmSource> sources = List.of(
                new DeadLetterAlarms(queues.deadLetters()),
                new UnreadReportAlarms(queues.feedbackBacklog(), events, settings.unreadFor()),
                new UnknownMessageAlarms(campaigns, statistics, batches, sendSettings),
                new PausedCampaignAlarms(campaigns),
                new ReputationAlarms(statistics),
                new DisabledWebhookAlarms(webhooks));
        return new WatchAlarms(alarms, sources, clock);
    }

    @Singleton
    SendPacer pacer(DynamoPermitStore permits, QuotaSource quotas, InstantSource clock, TidingsSettings settings) {
        return new SendPacer(permits, quotas, clock, settings.notificationShare());
    }

    @Singleton
    AllowedRates allowedRates(
            CampaignStore campaigns, PlanStore plans, SendPacer pacer, QuotaSource quotas, InstantSource clock) {
        return new AllowedRates(campaigns, plans, pacer, quotas, clock);
    }

    @Singleton
    SpeedLimits limits(Dynamo dynamo, InstantSource clock) {
        return new SpeedLimits(limit -> DynamoPermitStore.ofLimit(dynamo, limit), clock);
    }

    @Singleton
    CampaignLife life(CampaignStore campaigns, TemplateStore templates, PlanQueue plan, InstantSource clock) {
        return new CampaignLife(campaigns, templates, plan, clock);
    }

    @Singleton
    PlanCampaign plan(
            CampaignStore campaigns,
            AudienceStore audiences,
            PlanStore plans,
            BatchStore batches,
            MessageLedger ledger,
            PlanQueue planQueue,
            Queues queues,
            QuotaSource quotas,
            InstantSource clock) {
        return new PlanCampaign(
                campaigns,
                audiences,
                plans,
                batches,
                ledger,
                planQueue,
                new SqsBatchQueue(queues.batches()),
                quotas,
                clock);
    }

    @Singleton
    SendSettings sendSettings(TidingsSettings settings) {
        return new SendSettings(
                settings.lease(), settings.turn(), settings.grace(), Provisioner.REDELIVERY, Provisioner.TRIES);
    }

    @Singleton
    FeedbackSilence silence(Queues queues, EventStore events, InstantSource clock, SendSettings settings) {
        return new FeedbackSilence(queues.feedbackBacklog(), () -> reading(events), clock, settings);
    }

    private static Reading reading(EventStore events) {
        return new Reading(
                events.progress().map(EventStore.Progress::sent).orElse(Instant.EPOCH),
                events.lateSeenAt().orElse(Instant.EPOCH));
    }

    @Singleton
    SendBatch sendBatch(
            CampaignStore campaigns,
            CampaignLife life,
            BatchStore batches,
            MessageLedger ledger,
            ContactStore contacts,
            SuppressionStore suppressions,
            SuppressionPolicy policy,
            UnsubscribeLinks links,
            TemplateStore templates,
            TemplateEngine engine,
            SendPacer pacer,
            SpeedLimits limits,
            MailTransport transport,
            FeedbackSilence silence,
            InstantSource clock,
            SendSettings settings) {
        RecentCampaigns recent = new RecentCampaigns(campaigns, clock);
        return new SendBatch(
                recent,
                life,
                batches,
                ledger,
                new ComposeBatch(contacts, suppressions, policy, links, new FrozenTemplates(templates, engine), clock),
                new OneInFront(),
                new HandOver(pacer, limits, transport, recent, SLEEP, clock),
                silence,
                clock,
                settings);
    }

    @Singleton
    ReplayEvents replayEvents(
            EventStore events,
            MessageLedger ledger,
            SuppressionStore suppressions,
            InstantSource clock,
            TidingsSettings settings) {
        return new ReplayEvents(
                events,
                new RecordFeedback(ledger, suppressions, clock, settings.givingUpIsPermanent()),
                SesReportReader::read,
                clock);
    }

    @Singleton
    RebuildStatistics rebuildStatistics(MessageScan ledger, StatisticsStore statistics) {
        return new RebuildStatistics(ledger, statistics);
    }

    @Singleton
    RankMembers rankMembers(StatisticsStore statistics, InstantSource clock) {
        return new RankMembers(statistics, clock);
    }

    @Singleton
    RetryMissed retryMissed(
            CampaignStore campaigns,
            AudienceStore audiences,
            StatisticsStore statistics,
            PlanStore plans,
            PlanQueue planQueue,
            InstantSource clock) {
        return new RetryMissed(campaigns, audiences, statistics, plans, planQueue, clock);
    }

    @Singleton
    FindPeople findPeople(AudienceStore audiences, MessageLedger ledger, BatchStore batches) {
        return new FindPeople(audiences, ledger, batches);
    }

    @Singleton
    ImportContacts importContacts(
            ContactStore contacts, AudienceStore audiences, ImportStore imports, InstantSource clock) {
        return new ImportContacts(contacts, audiences, imports, clock);
    }

    @Singleton
    Guard guardLimits(GuardSettings settings) {
        return settings.guard();
    }

    @Singleton
    PriceList prices(PriceSettings settings) {
        return settings.list();
    }

    @Singleton
    GuardCampaigns guardCampaigns(
            CampaignStore campaigns,
            StatisticsStore statistics,
            MessageLedger ledger,
            CampaignLife life,
            Guard limits,
            InstantSource clock) {
        return new GuardCampaigns(campaigns, statistics, ledger, life, limits, clock);
    }

    @Singleton
    SuppressionPolicy suppressionPolicy(SuppressionSettings settings) {
        return settings.policy();
    }

    @Singleton
    CompareLists compareLists(
            SuppressionStore suppressions,
            ProviderSuppressionList provider,
            SuppressionPolicy policy,
            InstantSource clock) {
        return new CompareLists(suppressions, provider, policy, clock);
    }

    @Singleton
    Unsubscribe unsubscribe(
            MessageLedger ledger,
            ContactStore contacts,
            CampaignStore campaigns,
            SuppressionStore suppressions,
            InstantSource clock) {
        return new Unsubscribe(ledger, contacts, campaigns, suppressions, clock);
    }
}
