package io.tidings.service.wiring;

import io.micronaut.context.annotation.Factory;
import io.tidings.aws.sqs.SqsNotificationQueue;
import io.tidings.core.audience.ContactStore;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.CancelNotifications;
import io.tidings.core.notification.CancellationStore;
import io.tidings.core.notification.ComposeNotification;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.HandOverNotifications;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.LeaveLinks;
import io.tidings.core.notification.LookAtNotification;
import io.tidings.core.notification.NotificationQueue;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.notification.PreviewNotification;
import io.tidings.core.notification.Quiet;
import io.tidings.core.notification.Refusals;
import io.tidings.core.notification.SendNotifications;
import io.tidings.core.notification.SettleNotification;
import io.tidings.core.notification.SweepNotifications;
import io.tidings.core.notification.WithdrawNotification;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.suppression.SuppressionStore;
import io.tidings.core.template.TemplateEngine;
import io.tidings.core.template.TemplateStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The use cases of the notification lane, given their ports. */
@Factory
final class LaneUseCases {

    @Singleton
    LaneSettings laneSettings(NotificationSettings settings) {
        return settings.lane();
    }

    @Singleton
    NotificationQueue notificationQueue(Queues queues) {
        return new SqsNotificationQueue(queues.urgentNotifications(), queues.notifications());
    }

    @Singleton
    Refusals refusals(SuppressionStore suppressions, SuppressionPolicy policy) {
        return new Refusals(suppressions, policy);
    }

    @Singleton
    Quiet quiet(ContactStore contacts, LaneSettings lane) {
        return new Quiet(contacts, lane);
    }

    @Singleton
    SettleNotification settleNotification(
            NotificationStore notifications, GatheringStore gatherings, MessageLedger ledger, InstantSource clock) {
        return new SettleNotification(notifications, gatherings, ledger, clock);
    }

    @Singleton
    ComposeNotification composeNotification(TemplateStore templates, TemplateEngine engine, LeaveLinks links) {
        return new ComposeNotification(new FrozenTemplates(templates, engine), engine, links);
    }

    @Singleton
    PostNotification postNotification(
            NotificationStore notifications,
            GatheringStore gatherings,
            AnswerStore answers,
            NotificationQueue queue,
            Refusals refusals,
            SettleNotification settle,
            InstantSource clock) {
        return new PostNotification(notifications, gatherings, answers, queue, refusals, settle, clock);
    }

    @Singleton
    PreviewNotification previewNotification(
            Refusals refusals, ComposeNotification compose, Quiet quiet, InstantSource clock) {
        return new PreviewNotification(refusals, compose, quiet, clock);
    }

    @Singleton
    WithdrawNotification withdrawNotification(NotificationStore notifications, SettleNotification settle) {
        return new WithdrawNotification(notifications, settle);
    }

    @Singleton
    CancelNotifications cancelNotifications(CancellationStore cancellations, InstantSource clock) {
        return new CancelNotifications(cancellations, clock);
    }

    @Singleton
    LookAtNotification lookAtNotification(
            NotificationStore notifications,
            GatheringStore gatherings,
            CancellationStore cancellations,
            InstantSource clock) {
        return new LookAtNotification(notifications, gatherings, cancellations, clock);
    }

    @Singleton
    SweepNotifications sweepNotifications(
            NotificationStore notifications, NotificationQueue queue, InstantSource clock) {
        return new SweepNotifications(notifications, queue, clock);
    }

    @Singleton
    HandOverNotifications.Stores laneStores(
            NotificationStore notifications, GatheringStore gatherings, CancellationStore cancellations) {
        return new HandOverNotifications.Stores(notifications, gatherings, cancellations);
    }

    @Singleton
    HandOverNotifications handOverNotifications(
            HandOverNotifications.Stores stores,
            ComposeNotification compose,
            SettleNotification settle,
            MailTransport transport,
            SendPacer pacer,
            InstantSource clock,
            SendSettings settings,
            LaneSettings lane) {
        return new HandOverNotifications(stores, compose, settle, transport, pacer, clock, settings, lane);
    }

    @Singleton
    SendNotifications.Deciding deciding(Refusals refusals, Quiet quiet, FeedbackSilence silence) {
        return new SendNotifications.Deciding(refusals, quiet, silence);
    }

    @Singleton
    SendNotifications sendNotifications(
            NotificationStore notifications,
            MessageLedger ledger,
            SendNotifications.Deciding deciding,
            SettleNotification settle,
            HandOverNotifications handOver,
            SendPacer pacer,
            InstantSource clock,
            SendSettings settings) {
        return new SendNotifications(
                notifications, ledger, deciding, settle, handOver, pacer, Thread::sleep, clock, settings);
    }
}
