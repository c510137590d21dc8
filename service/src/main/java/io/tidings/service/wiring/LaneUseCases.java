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
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.LeaveLinks;
import io.tidings.core.notification.LookAtNotification;
import io.tidings.core.notification.NotificationQueue;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.notification.PreviewNotification;
import io.tidings.core.notification.Quiet;
import io.tidings.core.notification.Refusals;
import io.tidings.core.notification.SendNotification;
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
    SendNotification.Stores laneStores(
            NotificationStore notifications,
            GatheringStore gatherings,
            CancellationStore cancellations,
            MessageLedger ledger) {
        return new SendNotification.Stores(notifications, gatherings, cancellations, ledger);
    }

    @Singleton
    SendNotification.Way laneWay(SendPacer pacer, MailTransport transport, FeedbackSilence silence) {
        return new SendNotification.Way(pacer, transport, Thread::sleep, silence);
    }

    @Singleton
    SendNotification sendNotification(
            SendNotification.Stores stores,
            Refusals refusals,
            Quiet quiet,
            ComposeNotification compose,
            SettleNotification settle,
            SendNotification.Way way,
            InstantSource clock,
            SendSettings settings,
            LaneSettings lane) {
        return new SendNotification(stores, refusals, quiet, compose, settle, way, clock, settings, lane);
    }
}
