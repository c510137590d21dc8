package io.tidings.awslocal.sns;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.sqs.Attribute;
import io.tidings.awslocal.sqs.Queues;
import io.tidings.awslocal.state.Records;
import io.tidings.awslocal.state.StateStore;
import io.tidings.awslocal.wire.Account;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics and subscriptions, and the delivery of what is published to the queues. */
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private final Account account;
    private final Queues queues;
    private final Faults faults;
    private final InstantSource clock;
    private final Records<Topic> topics;
    private final Records<Subscription> subscriptions;
    private final SigningKey key;
    private final Envelope envelope;

    public Topics(
            Account account, StateStore state, Queues queues, Faults faults, InstantSource clock, String baseUrl) {
        this.account = account;
        this.queues = queues;
        this.faults = faults;
        this.clock = clock;
        this.topics = state.records("topics", Topic.class);
        this.subscriptions = state.records("subscriptions", Subscription.class);
        Records<SigningKey.Stored> keys = state.records("signing-key", SigningKey.Stored.class);
        if (!keys.has("sns")) {
            keys.put("sns", SigningKey.generate(clock.instant()));
        }
        this.key = SigningKey.of(Objects.requireNonNull(keys.get("sns")));
        this.envelope = new Envelope(key, baseUrl);
    }

    Account account() {
        return account;
    }

    Records<Topic> all() {
        return topics;
    }

    Records<Subscription> subscriptions() {
        return subscriptions;
    }

    String certificate() {
        return key.certificate();
    }

    public @Nullable Topic find(String arn) {
        return topics.get(arn);
    }

    public void clear() {
        topics.clear();
        subscriptions.clear();
    }

    List<Subscription> of(String topicArn) {
        return subscriptions.all().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .toList();
    }

    /** Delivers to every subscription; all queues have stored it when this returns. A topic that is gone takes it all the same. */
    public String publish(String topicArn, Publication publication) {
        var id = id();
        var topic = topics.get(topicArn);
        if (topic != null) {
            for (var subscription : of(topicArn)) {
                if (FilterPolicy.admits(subscription, publication)) {
                    deliver(topic, subscription, id, publication);
                }
            }
        }
        return id;
    }

    private void deliver(Topic topic, Subscription subscription, String id, Publication publication) {
        var body = subscription.isRaw()
                ? publication.message()
                : envelope.of(topic, subscription, id, publication, clock.instant());
        Map<String, Attribute> attributes = subscription.isRaw() ? publication.attributes() : Map.of();
        if (!queues.send(subscription.queue(), body, attributes)) {
            LOG.warn("{} has no queue {}: a notification is lost", subscription.arn(), subscription.endpoint());
        } else if (faults.duplicatesNotification()) {
            queues.send(subscription.queue(), body, attributes);
        }
    }

    static String id() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
