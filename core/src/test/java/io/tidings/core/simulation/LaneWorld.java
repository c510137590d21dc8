package io.tidings.core.simulation;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.memory.MemoryPorts;
import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.CancelNotifications;
import io.tidings.core.notification.CancellationStore;
import io.tidings.core.notification.Category;
import io.tidings.core.notification.ComposeNotification;
import io.tidings.core.notification.Event;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.HandOverNotifications;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.LaneSettings;
import io.tidings.core.notification.Letter;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationQueue;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.PostNotification;
import io.tidings.core.notification.PostNotification.Wanted;
import io.tidings.core.notification.Priority;
import io.tidings.core.notification.Progress;
import io.tidings.core.notification.Quiet;
import io.tidings.core.notification.Refusals;
import io.tidings.core.notification.SendNotifications;
import io.tidings.core.notification.SettleNotification;
import io.tidings.core.notification.SweepNotifications;
import io.tidings.core.notification.Terms;
import io.tidings.core.notification.WithdrawNotification;
import io.tidings.core.pacing.SendPacer;
import io.tidings.core.pacing.SendQuota;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.FrozenTemplates;
import io.tidings.core.sending.SendSettings;
import io.tidings.core.statistics.Counts;
import io.tidings.core.statistics.Days;
import io.tidings.core.statistics.Elapsed;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Histogram;
import io.tidings.core.statistics.Scope;
import io.tidings.core.suppression.SuppressionPolicy;
import io.tidings.core.template.MergeFields;
import io.tidings.core.template.RenderedContent;
import io.tidings.core.template.TemplateContent;
import io.tidings.core.template.TemplateEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The notification lane with all that it needs, in memory and in simulated time. Every call of a store may be somebody's last. */
final class LaneWorld {

    private static final Duration KEPT = Duration.ofHours(24);
    /** A worker takes so many notifications at most. */
    private static final int TOGETHER = 10;

    final MemoryPorts ports = new MemoryPorts();
    final FakeSes ses;
    final PostNotification post;
    final CancelNotifications cancel;
    final WithdrawNotification withdraw;
    volatile Instant now = Samples.NOON;

    private final Random random;
    private final boolean disorder;
    private final SimulatedQueue<String> queue;
    private final SimulatedProcessors feedback;
    private final FeedbackSilence silence;
    private final SweepNotifications sweep;
    private final SendNotifications send;

    LaneWorld(Random random, int crashes, LaneSettings settings) {
        this.random = random;
        this.disorder = crashes > 0;
        InstantSource clock = () -> now;
        Crash.Dice dice = new Crash.Dice(random, crashes);
        queue = new SimulatedQueue<>(random);
        RecordFeedback record = new RecordFeedback(ports.ledger(), ports.suppressions(), clock, false);
        feedback = new SimulatedProcessors(random, clock, record, disorder);
        silence = new FeedbackSilence(feedback, feedback, clock, SendSettings.DEFAULT);
        ses = new FakeSes(random, clock, dice, feedback::post, disorder);
        NotificationStore notifications = crashing(NotificationStore.class, ports.notifications(), dice);
        GatheringStore gatherings = crashing(GatheringStore.class, ports.gatherings(), dice);
        AnswerStore answers = crashing(AnswerStore.class, ports.answers(), dice);
        CancellationStore cancellations = crashing(CancellationStore.class, ports.cancellations(), dice);
        var ledger = new CrashingPorts(ports, dice).ledger();
        NotificationQueue posting = (id, _) -> enqueue(id);
        Refusals refusals = new Refusals(ports.suppressions(), SuppressionPolicy.DEFAULT);
        SettleNotification settle = new SettleNotification(notifications, gatherings, ledger, clock);
        post = new PostNotification(notifications, gatherings, answers, posting, refusals, settle, clock);
        cancel = new CancelNotifications(cancellations, clock);
        withdraw = new WithdrawNotification(notifications, settle);
        sweep = new SweepNotifications(notifications, posting, clock);
        SendQuota quota = new SendQuota(10_000, OptionalDouble.empty(), 0, false, true);
        SendPacer pacer = new SendPacer(ports.permits(), () -> quota, clock, 0.1);
        send = new SendNotifications(
                notifications,
                ledger,
                new SendNotifications.Deciding(refusals, new Quiet(ports.contacts(), settings), silence),
                settle,
                new HandOverNotifications(
                        new HandOverNotifications.Stores(notifications, gatherings, cancellations),
                        new ComposeNotification(
                                new FrozenTemplates(ports.templates(), new Engine()),
                                new Engine(),
                                (_, _) -> "https://x/u/1"),
                        settle,
                        ses,
                        pacer,
                        clock,
                        SendSettings.DEFAULT,
                        settings),
                pacer,
                delay -> now = now.plus(delay),
                clock,
                SendSettings.DEFAULT);
    }

    /** Some posts never arrive. */
    private synchronized void enqueue(String id) {
        if (!disorder || random.nextInt(10) > 0) {
            queue.post(id, now);
        }
    }

    private static <T> T crashing(Class<T> port, T store, Crash.Dice dice) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> dice.around(() -> {
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException(e.getCause());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    /** As a program does that gets no answer: the same request until there is one. */
    PostNotification.Outcome untilAnswered(Wanted wanted, @Nullable String key) {
        while (true) {
            try {
                return post.post(
                        wanted,
                        key == null
                                ? null
                                : posted -> new KeyedAnswer(key, key, 202, posted.id(), now, now.plus(KEPT)));
            } catch (Crash e) {
                now = now.plusMillis(50);
            }
        }
    }

    Wanted wanted(EmailAddress to, Category category) {
        return new Wanted(notification(to, terms(category, now, null)), List.of(), null);
    }

    Wanted event(EmailAddress to, String key, Duration window, int number, @Nullable String cancelKey) {
        return new Wanted(
                notification(to, terms(Category.CONVERSATION, now.plus(window), key)),
                List.of(),
                new Event(Samples.id(), now, Map.of("n", number), cancelKey, 8));
    }

    private Notification notification(EmailAddress to, Terms terms) {
        Letter letter = new Letter(
                Samples.SENDER,
                new Letter.Inline(new TemplateContent("s", "h", null)),
                Map.of(),
                null,
                null,
                Map.of(),
                0);
        return new Notification(Samples.id(), to, letter, terms, now, Progress.waiting(terms.notBefore(), null));
    }

    static Terms terms(Category category, Instant notBefore, @Nullable String collapseKey) {
        return new Terms(
                category,
                category.priority(),
                notBefore,
                notBefore.plus(Duration.ofDays(1)),
                collapseKey,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** Sweeps, works and listens until so much time has passed. */
    void run(Duration time) throws InterruptedException {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            silence.look();
            try {
                sweep.sweep();
            } catch (Crash e) {
                // Another process sweeps a second later.
            }
            while (queue.work(now, TOGETHER, send::send)) {
                feedback.work();
            }
            while (feedback.work()) {}
            now = now.plusSeconds(1);
        }
    }

    boolean anythingWaits() {
        Instant everything = now.plus(Duration.ofDays(3_650));
        for (Priority priority : Priority.values()) {
            for (int shard = 0; shard < NotificationStore.SHARDS; shard++) {
                if (!ports.notifications().due(priority, shard, everything, 1).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was counted of how long all mails took, in all categories. */
    Histogram times(Elapsed elapsed) {
        Counts all = Stream.of(Category.values())
                .map(category ->
                        new Scope(Family.CATEGORY, io.tidings.core.statistics.Stream.NOTIFICATION, category.key()))
                .flatMap(scope -> ports.statistics().sums(List.of(scope), days()).values().stream())
                .reduce(Counts.NONE, Counts::plus);
        return elapsed.of(all);
    }

    private Days days() {
        return new Days(LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Writes the numbers of a digest's events, in their order, as the text. */
    private static final class Engine implements TemplateEngine {
        @Override
        public Compilation compile(TemplateContent content) {
            return new Compiled(new CompiledTemplate() {
                @Override
                public RenderedContent render(MergeFields fields) {
                    Object events = fields.values().get("events");
                    String numbers = events instanceof List<?> list
                            ? String.join(
                                    ",",
                                    list.stream()
                                            .map(event -> String.valueOf(((Map<?, ?>) event).get("n")))
                                            .toList())
                            : "";
                    return new RenderedContent("s", "h", numbers);
                }

                @Override
                public Set<String> fields() {
                    return Set.of();
                }
            });
        }
    }
}
