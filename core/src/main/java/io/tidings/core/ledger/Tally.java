package io.tidings.core.ledger;

import io.tidings.core.address.MailboxProvider;
import io.tidings.core.statistics.Bucket;
import io.tidings.core.statistics.CounterChanges;
import io.tidings.core.statistics.Elapsed;
import io.tidings.core.statistics.Family;
import io.tidings.core.statistics.Metric;
import io.tidings.core.statistics.Scope;
import io.tidings.core.statistics.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What one message counts for, everywhere: a function of its facts alone. Each fact counts in the buckets of its own time, whenever it
 * was learnt. What is the sum of others is hardly ever counted: all mail is the sum of the streams.
 */
final class Tally {

    static final Duration LATE = Duration.ofDays(1);

    // IANA has details up to 30 under each subject; a server may make up any number, and a counter for each would have
    // no end.
    private static final Pattern REGISTERED = Pattern.compile("[45]\\.[0-7]\\.([12]?[0-9]|30)");
    private static final Pattern WELL_FORMED = Pattern.compile("[45]\\.[0-7]\\.[0-9]+");

    private final Message message;
    private final Stream stream;
    private final CounterChanges changes;
    private final long times;

    private Tally(Message message, CounterChanges changes, long times) {
        this.message = message;
        this.stream = message.origin().stream();
        this.changes = changes;
        this.times = times;
    }

    static void add(Message message, CounterChanges changes, long times) {
        Tally tally = new Tally(message, changes, times);
        message.facts().values().forEach(tally::count);
        tally.countAnswer();
        tally.countTime(Elapsed.QUEUE_WAIT, FactKind.ASKED);
        tally.countTime(Elapsed.TO_ACCEPTED, FactKind.ACCEPTED);
        tally.countTime(Elapsed.TO_DELIVERED, FactKind.DELIVERED);
    }

    private void count(Fact fact) {
        if (message.overruled(fact.kind())) {
            return;
        }
        count(fact, fact.kind().metric());
        if (fact.kind() == FactKind.REFUSED_FOR_NOW) {
            count(fact, Metric.REFUSED);
        }
        if (fact.kind().isBounce()) {
            countLateness(fact.at());
        }
    }

    private void count(Fact fact, Metric metric) {
        String domain = message.address().domain();
        countByOrigin(metric, fact.at());
        countDaily(Family.PROVIDER, MailboxProvider.of(domain).key(), metric, fact.at());
        if (fact.kind().comesAfterAsking()) {
            countDaily(Family.DOMAIN, domain, metric, fact.at());
        }
        String status = fact.status();
        if (status != null && fact.kind().wentWrong()) {
            String known = counted(status);
            countDaily(Family.STATUS, known, metric, fact.at());
            countDaily(Family.DOMAIN_STATUS, domain + ' ' + known, metric, fact.at());
        }
    }

    private void countLateness(Instant bounced) {
        Fact delivered = message.facts().get(FactKind.DELIVERED);
        if (delivered != null && delivered.at().isBefore(bounced)) {
            countByOrigin(Metric.BOUNCED_AFTER_DELIVERY, bounced);
        }
        Fact accepted = message.facts().get(FactKind.ACCEPTED);
        if (accepted != null && accepted.at().plus(LATE).isBefore(bounced)) {
            countByOrigin(Metric.BOUNCED_LATE, bounced);
        }
    }

    /** Once, when the recipient's server first said yes or no: the denominator of a domain's rates. */
    private void countAnswer() {
        message.facts().values().stream()
                .filter(fact -> fact.kind() == FactKind.DELIVERED || fact.kind().isBounce())
                .map(Fact::at)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> countDaily(Family.DOMAIN, message.address().domain(), Metric.ANSWERED, at));
    }

    /**
     * On the day of its end. A stream's times are the sum of its categories', and are counted all the same: its item is in the transaction
     * anyway, and a summary reads one scope rather than each category. Campaigns have none: nothing tells when they were ready.
     */
    private void countTime(Elapsed elapsed, FactKind end) {
        Fact ready = message.facts().get(FactKind.READY);
        Fact ended = message.facts().get(end);
        if (ready != null && ended != null) {
            Metric time = elapsed.bucket(Duration.between(ready.at(), ended.at()));
            add(Scope.of(stream), Bucket.day(ended.at()), time, times);
            countByContent(time, ended.at());
        }
    }

    private void countByOrigin(Metric metric, Instant at) {
        Bucket hour = Bucket.hour(at);
        add(Scope.of(stream), Bucket.day(at), metric, times);
        add(Scope.of(stream), hour, metric, times);
        if (message.origin() instanceof Origin.OfCampaign(String id)) {
            add(Scope.campaign(id), Bucket.TOTAL, metric, times);
            add(Scope.campaign(id), hour, metric, times);
        }
        countByContent(metric, at);
    }

    private void countByContent(Metric metric, Instant at) {
        String template = message.templateId();
        if (template != null) {
            countDaily(Family.TEMPLATE, template, metric, at);
        }
        String topic = message.topic();
        if (topic != null) {
            countDaily(stream == Stream.CAMPAIGN ? Family.TOPIC : Family.CATEGORY, topic, metric, at);
        }
    }

    private void countDaily(Family family, String name, Metric metric, Instant at) {
        add(new Scope(family, stream, name), Bucket.day(at), metric, times);
    }

    private void add(Scope scope, Bucket bucket, Metric metric, long n) {
        changes.add(scope, bucket, metric, n);
        if (message.address().isSimulator()) {
            metric.simulated().ifPresent(simulated -> changes.add(scope, bucket, simulated, n));
        }
    }

    private static String counted(String status) {
        if (REGISTERED.matcher(status).matches()) {
            return status;
        }
        return WELL_FORMED.matcher(status).matches() ? status.substring(0, 4) + '*' : "other";
    }
}
