package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.notification.AnswerStore;
import io.tidings.core.notification.Event;
import io.tidings.core.notification.GatheringStore;
import io.tidings.core.notification.GatheringStore.Key;
import io.tidings.core.notification.GatheringStore.Moved;
import io.tidings.core.notification.GatheringStore.Open;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.core.notification.Notification;
import io.tidings.core.notification.NotificationStore;
import io.tidings.core.notification.NotificationStore.Capped;
import io.tidings.core.notification.NotificationStore.Change;
import io.tidings.core.notification.NotificationStore.Claimed;
import io.tidings.core.notification.NotificationStore.Count;
import io.tidings.core.notification.NotificationStore.KeyUsed;
import io.tidings.core.notification.NotificationStore.Lost;
import io.tidings.core.notification.NotificationStore.Stored;
import io.tidings.core.notification.NotificationStore.Waiting;
import io.tidings.core.notification.Priority;
import io.tidings.core.sending.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class NotificationContract {

    /** Beyond the day of the test: a store that forgets by the real time must not forget it meanwhile. */
    private static final Duration KEPT = Duration.ofDays(20_000);

    protected abstract Ports ports();

    private NotificationStore store() {
        return ports().notifications();
    }

    private GatheringStore gatherings() {
        return ports().gatherings();
    }

    @Test
    void aNotificationComesBackAsItWas() {
        Notification waiting = Notifications.waiting();
        store().add(waiting, List.of(), null);
        assertThat(store().find(waiting.id())).contains(waiting);
        assertThat(store().find(Samples.id())).isEmpty();

        Notification plain = Notifications.plain();
        store().add(plain, List.of(), null);
        assertThat(store().find(plain.id())).contains(plain);
    }

    @Test
    void itsFilesComeBackInTheirOrder() {
        List<Attachment> files =
                List.of(new Attachment("a.txt", "text/plain", "YQ=="), new Attachment("b.bin", "x/y", "AAEC"));
        Notification notification = Notifications.withFiles(files.size());
        store().add(notification, files, null);
        assertThat(store().attachments(notification)).isEqualTo(files);
    }

    @Test
    void whoeverSawItLastChangesIt() {
        Notification waiting = Notifications.waiting();
        store().add(waiting, List.of(), null);
        Notification next = Notifications.withFence(waiting, 1);
        Change change = new Change(waiting, next);
        assertThat(store().replace(List.of(change))).containsExactly(waiting.id());
        assertThat(store().replace(List.of(change))).isEmpty();
        assertThat(store().find(waiting.id())).contains(next);
        assertThat(store().replace(List.of())).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedKeepsNoOtherFromBeingChanged() {
        List<Notification> all =
                IntStream.range(0, 120).mapToObj(_ -> Notifications.waiting()).toList();
        all.forEach(one -> store().add(one, List.of(), null));
        List<Change> changes = all.stream()
                .map(one -> new Change(one, Notifications.withFence(one, 1)))
                .toList();
        Change first = changes.getFirst();
        Change last = changes.getLast();
        assertThat(store().replace(List.of(first, last)))
                .containsExactlyInAnyOrder(first.seen().id(), last.seen().id());

        assertThat(store().replace(changes))
                .hasSize(118)
                .doesNotContain(first.seen().id(), last.seen().id());
        assertThat(store().findAll(all.stream().map(Notification::id).toList()))
                .containsExactlyElementsOf(changes.stream().map(Change::next).toList());
    }

    @Test
    void manyAreFoundInTheOrderTheyWereAskedForAndOnce() {
        Notification one = Notifications.waiting();
        Notification other = Notifications.plain();
        store().add(one, List.of(), null);
        store().add(other, List.of(), null);
        assertThat(store().findAll(List.of(other.id(), Samples.id(), one.id(), other.id())))
                .containsExactly(other, one);
        assertThat(store().findAll(List.of())).isEmpty();
    }

    @Test
    void aKeyIsAnsweredOnceAndWithItNothingElseIsStored() {
        KeyedAnswer answer = answer(Samples.id(), Samples.NOON);
        Notification first = Notifications.waiting();
        Notification second = Notifications.waiting();
        assertThat(store().add(first, List.of(), answer)).isEqualTo(new Stored());
        assertThat(store().add(second, List.of(), answer)).isEqualTo(new KeyUsed());
        assertThat(store().find(second.id())).isEmpty();
        assertThat(ports().answers().find(answer.key(), Samples.NOON)).contains(answer);

        Instant later = answer.expiresAt().plusSeconds(1);
        assertThat(ports().answers().find(answer.key(), later)).isEmpty();
        assertThat(store().add(second, List.of(), answer(answer.key(), later))).isEqualTo(new Stored());
    }

    @Test
    void manyAtOnceWithOneKeyStoreOne() throws Exception {
        KeyedAnswer answer = answer(Samples.id(), Samples.NOON);
        List<NotificationStore.Added> all = atOnce(32, _ -> store().add(Notifications.waiting(), List.of(), answer));
        assertThat(all).filteredOn(added -> added instanceof Stored).hasSize(1);
    }

    @Test
    void aClaimedKeyIsInFlightUntilItsLeaseEndsOrItIsAnswered() {
        String key = Samples.id();
        Instant lease = Samples.NOON.plusSeconds(30);
        Instant expiry = Samples.NOON.plus(KEPT);
        var answers = ports().answers();
        assertThat(answers.claim(key, "r", Samples.NOON, lease, expiry)).isEqualTo(new AnswerStore.Mine());
        assertThat(answers.claim(key, "r", Samples.NOON.plusSeconds(1), lease, expiry))
                .isEqualTo(new AnswerStore.InFlight("r", lease));
        Instant after = lease.plusSeconds(1);
        assertThat(answers.claim(key, "other", after, after.plusSeconds(30), expiry))
                .isEqualTo(new AnswerStore.InFlight("r", lease));
        assertThat(answers.claim(key, "r", after, after.plusSeconds(30), expiry))
                .isEqualTo(new AnswerStore.Mine());
        KeyedAnswer first = new KeyedAnswer(key, "r", 202, "{}", after, expiry);
        assertThat(answers.answer(first)).isEqualTo(first);
        assertThat(answers.answer(new KeyedAnswer(key, "r", 202, "{\"late\":1}", after, expiry)))
                .isEqualTo(first);
        assertThat(answers.claim(key, "r", after, after.plusSeconds(30), expiry))
                .isEqualTo(new AnswerStore.Answered(first));
    }

    @Test
    void aDayIsCountedWithTheClaimAndNotBeyondTheCap() {
        Notification one = Notifications.waiting();
        Count count = new Count(one.to().recipientId(), "2026-03-01", 2);
        for (int i = 0; i < 2; i++) {
            Notification seen = Notifications.waiting();
            store().add(seen, List.of(), null);
            assertThat(store().claim(new Change(seen, Notifications.withFence(seen, 1)), count))
                    .isEqualTo(new Claimed());
            assertThat(store().claim(new Change(seen, Notifications.withFence(seen, 1)), count))
                    .isEqualTo(new Lost());
        }
        store().add(one, List.of(), null);
        assertThat(store().claim(new Change(one, Notifications.withFence(one, 1)), count))
                .isEqualTo(new Capped());
        assertThat(store().find(one.id())).contains(one);
        Count tomorrow = new Count(count.recipient(), "2026-03-02", 2);
        assertThat(store().claim(new Change(one, Notifications.withFence(one, 1)), tomorrow))
                .isEqualTo(new Claimed());
    }

    @Test
    void theSweepFindsWhatIsDueAndOnlyOneTakesIt() {
        Notification due = Notifications.dueAt(Samples.NOON.plusMillis(1));
        store().add(due, List.of(), null);
        assertThat(sweep(due, Samples.NOON)).isEmpty();
        Waiting found = sweep(due, Samples.NOON.plusMillis(1)).orElseThrow();
        assertThat(found).isEqualTo(new Waiting(due.id(), Priority.NORMAL, Samples.NOON.plusMillis(1), 0));

        Instant next = Samples.NOON.plusSeconds(10);
        assertThat(store().move(found, next)).isTrue();
        assertThat(store().move(found, next)).isFalse();
        assertThat(sweep(due, Samples.NOON.plusSeconds(1))).isEmpty();
        assertThat(sweep(due, next)).contains(new Waiting(due.id(), Priority.NORMAL, next, 1));

        Notification now = store().find(due.id()).orElseThrow();
        assertThat(store().replace(List.of(new Change(now, Notifications.over(now)))))
                .hasSize(1);
        assertThat(sweep(due, Samples.NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(store().move(new Waiting(due.id(), Priority.NORMAL, next, 1), next))
                .isFalse();
    }

    private Optional<Waiting> sweep(Notification notification, Instant now) {
        return IntStream.range(0, NotificationStore.SHARDS)
                .boxed()
                .flatMap(shard -> store().due(Priority.NORMAL, shard, now, 1_000).stream())
                .filter(waiting -> waiting.id().equals(notification.id()))
                .findFirst();
    }

    @Test
    void eventsJoinWhatIsOpenAndNothingThatIsClosed() {
        String room = Samples.id();
        Notification digest = Notifications.gathering(room);
        Key key = new Key(digest.to().recipientId(), room);
        assertThat(gatherings().find(key)).isEmpty();
        Event first = event(0);
        assertThat(gatherings().begin(null, key, digest, first, null)).isEqualTo(new GatheringStore.Stored());
        assertThat(gatherings().begin(null, key, digest, first, null)).isEqualTo(new Moved());
        assertThat(store().find(digest.id())).contains(digest);
        Open open = gatherings().find(key).orElseThrow();
        assertThat(open).isEqualTo(new Open(key, digest.id(), digest.terms().notBefore(), 1, first.size()));

        Event second = event(1);
        KeyedAnswer answer = answer(Samples.id(), Samples.NOON);
        assertThat(gatherings().join(open, second, answer)).isEqualTo(new GatheringStore.Stored());
        assertThat(gatherings().join(open, event(2), answer)).isEqualTo(new GatheringStore.KeyUsed());
        assertThat(gatherings().events(digest.id())).containsExactly(first, second);

        gatherings().close(key, Samples.id());
        assertThat(gatherings().find(key)).isPresent();
        gatherings().close(key, digest.id());
        gatherings().close(key, digest.id());
        assertThat(gatherings().join(open, event(3), null)).isEqualTo(new Moved());
        assertThat(gatherings().events(digest.id())).hasSize(2);

        Notification next = Notifications.gathering(room);
        assertThat(gatherings().begin(open, key, next, event(4), null)).isEqualTo(new Moved());
        assertThat(gatherings().begin(null, key, next, event(4), null)).isEqualTo(new GatheringStore.Stored());
    }

    @Test
    void aFullGatheringIsSucceededByAnother() {
        String room = Samples.id();
        Notification digest = Notifications.gathering(room);
        Key key = new Key(digest.to().recipientId(), room);
        Event large = new Event(Samples.id(), Samples.NOON, Map.of(), null, 999_999);
        gatherings().begin(null, key, digest, large, null);
        Open open = gatherings().find(key).orElseThrow();
        assertThat(gatherings().join(open, event(1), null)).isEqualTo(new Moved());
        Notification next = Notifications.gathering(room);
        assertThat(gatherings().begin(open, key, next, event(1), null)).isEqualTo(new GatheringStore.Stored());
        assertThat(gatherings().find(key).orElseThrow().id()).isEqualTo(next.id());
    }

    @Test
    void joinedByManyAtOnceItKeepsThemAll() throws Exception {
        String room = Samples.id();
        Notification digest = Notifications.gathering(room);
        Key key = new Key(digest.to().recipientId(), room);
        gatherings().begin(null, key, digest, event(0), null);
        Open open = gatherings().find(key).orElseThrow();
        atOnce(20, i -> gatherings().join(open, event(i + 1), null));
        assertThat(gatherings().events(digest.id())).hasSize(21);
        assertThat(gatherings().find(key).orElseThrow().events()).isEqualTo(21);
    }

    @Test
    void ofTwoCancellationsTheLaterStays() {
        String key = "room 7/" + Samples.id();
        Instant forgotten = Samples.NOON.plus(Duration.ofDays(100_000));
        Instant later = Samples.NOON.plusMillis(500);
        assertThat(ports().cancellations().find(List.of(key))).isEmpty();
        ports().cancellations().add(key, later, forgotten);
        ports().cancellations().add(key, Samples.NOON, forgotten);
        assertThat(ports().cancellations().find(List.of(key, Samples.id()))).isEqualTo(Map.of(key, later));
    }

    private static Event event(int i) {
        Map<String, Object> data = Map.of("text", "hello " + i, "n", i);
        return new Event(Samples.id(), Samples.NOON.plusSeconds(i), data, i % 2 == 0 ? "key-" + i : null, 20 + i);
    }

    private static KeyedAnswer answer(String key, Instant now) {
        return new KeyedAnswer(key, "request", 202, "{}", now, now.plus(KEPT));
    }

    private interface Numbered<T> {
        @Nullable
        T run(int i);
    }

    private static <T> List<T> atOnce(int times, Numbered<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<T> one = () -> work.run(number);
                all.add(threads.submit(one));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
